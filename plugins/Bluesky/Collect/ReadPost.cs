using System.Security.Cryptography;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>What could be read of a post, from a notification about it or from a view of it: both are shaped alike.</summary>
internal sealed record ReadPost
{
    public required string Uri { get; init; }

    public required string Cid { get; init; }

    public required NetworkProfile Author { get; init; }

    public required string Text { get; init; }

    public string? Language { get; init; }

    /// <summary>When the author says it was written.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Where the network sorts it.</summary>
    public DateTimeOffset? Indexed { get; init; }

    public Reference? Root { get; init; }

    public Reference? Parent { get; init; }

    public IReadOnlyList<MediaReference> Media { get; init; } = [];

    /// <summary>The bytes of it in the answer.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public string ThreadId => Root?.Uri ?? Uri;

    /// <summary>Reads one. Whatever is missing or malformed is left empty: what came is handed over all the same.</summary>
    public static ReadPost Read(JsonElement view) => Read(view, Json.Member(view, "record"));

    /// <summary>Reads one from a view and a record that stand apart.</summary>
    public static ReadPost Read(JsonElement view, JsonElement record)
    {
        var raw = Json.Raw(view).ToArray();
        var reply = Json.Member(record, "reply");
        var uri = Json.Text(view, "uri") is { Length: > 0 and <= 1_000 } told ? told : $"unreadable:{Convert.ToHexStringLower(SHA256.HashData(raw))}";
        var author = Profile(Json.Member(view, "author"));
        if (author.NetworkId.Length == 0)
            author = author with { NetworkId = Names.Parts(uri)?.Did ?? "" };
        return new ReadPost
        {
            Uri = uri,
            Cid = Json.Text(view, "cid") is { Length: <= 200 } cid ? cid : "",
            Author = author,
            Text = Json.Text(record, "text") ?? "",
            Language = Json.Elements(Json.Member(record, "langs")).Select(Json.Text).FirstOrDefault(lang => lang is { Length: > 0 and <= 35 }),
            Created = Json.Time(record, "createdAt"),
            Indexed = Json.Time(view, "indexedAt"),
            Root = Reference.Read(Json.Member(reply, "root")),
            Parent = Reference.Read(Json.Member(reply, "parent")),
            Media = ReadMedia.From(Json.Member(record, "embed"), author.NetworkId),
            Raw = raw,
        };
    }

    public static NetworkProfile Profile(JsonElement author) =>
        new(Json.Text(author, "did") ?? "", Json.Text(author, "handle") ?? "", Json.Text(author, "displayName") ?? "");
}
