using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>A file that lies at the server and waits for a post to name it.</summary>
/// <param name="File">The file.</param>
/// <param name="Blob">The server's word for it, as JSON.</param>
internal sealed record UploadedMedia(OutboundMedia File, ReadOnlyMemory<byte> Blob);

/// <summary>Uploads files. Nobody sees a file before a post names it, so uploading changes nothing and may be repeated.</summary>
internal sealed class MediaUpload(Xrpc xrpc)
{
    public async Task<Result<List<UploadedMedia>>> UploadAsync(IReadOnlyList<OutboundMedia> files, CancellationToken ct)
    {
        var uploaded = new List<UploadedMedia>(files.Count);
        foreach (var file in files)
        {
            var answer = await xrpc.PostAsync("com.atproto.repo.uploadBlob", file.Bytes, file.MediaType, ct);
            if (answer.Failed)
                return answer.Failure;
            using var json = Json.TryParse(answer.Value.Body);
            var blob = json is null ? default : Json.Member(json.RootElement, "blob");
            if (Json.Text(Json.Member(blob, "ref"), "$link") is null)
                return new Failure(Trouble.Unreadable, "Bluesky's answer to an upload cannot be read.");
            uploaded.Add(new UploadedMedia(file, Json.Raw(blob).ToArray()));
        }
        return uploaded;
    }
}
