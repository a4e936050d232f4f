using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Finds the files in what is embedded in a post: pictures, a gallery, a video, alone or beside a quoted post.</summary>
internal static class ReadMedia
{
    private const int Most = 20;

    public static IReadOnlyList<MediaReference> From(JsonElement embed, string did)
    {
        var holders = new[] { embed, Json.Member(embed, "media") };
        return [.. holders.SelectMany(holder => Files(holder, did)).Take(Most)];
    }

    private static IEnumerable<MediaReference> Files(JsonElement holder, string did)
    {
        var pictures = Json.Elements(Json.Member(holder, "images")).Concat(Json.Elements(Json.Member(holder, "items")));
        foreach (var picture in pictures)
        {
            if (File(Json.Member(picture, "image"), Json.Text(picture, "alt"), did) is { } file)
                yield return file;
        }
        if (File(Json.Member(holder, "video"), Json.Text(holder, "alt"), did) is { } video)
            yield return video;
    }

    private static MediaReference? File(JsonElement blob, string? alt, string did)
    {
        var cid = Json.Text(Json.Member(blob, "ref"), "$link") ?? Json.Text(blob, "cid");
        return cid is { Length: > 0 and <= 200 } && did.Length > 0
            ? new MediaReference(
                new BlobName(did, cid).Write(), Json.Text(blob, "mimeType") ?? "application/octet-stream", alt ?? "", Json.Number(blob, "size"))
            : null;
    }
}

/// <summary>A file in somebody's repository.</summary>
internal sealed record BlobName(string Did, string Cid)
{
    public string Write() => $"{Did}/{Cid}";

    public static BlobName? TryRead(string text) =>
        text.Split('/') is [{ Length: > 0 } did, { Length: > 0 } cid] && did.StartsWith("did:", StringComparison.Ordinal) && cid.All(char.IsAsciiLetterOrDigit)
            ? new BlobName(did, cid) : null;
}
