using System.Security.Cryptography;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>What could be read of a post, from a notification about it or from a view of it: both are shaped alike.</summary>
internal sealed record ReadPost
{
    /// <summary>An app that is a little late, or whose clock is a little wrong, claims nothing that matters.</summary>
    private static readonly TimeSpan BackDated = TimeSpan.FromHours(1);

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

    /// <summary>The post that it shares with words of its own.</summary>
    public Reference? Quoted { get; init; }

    public IReadOnlyList<MediaReference> Media { get; init; } = [];

    /// <summary>The bytes of it in the answer.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public string ThreadId => Root?.Uri ?? Uri;

    /// <summary>The post that whoever reads it must see beside it: what it answers in the end, or what it shares.</summary>
    public string? About => Root?.Uri ?? Quoted?.Uri;

    /// <summary>
    /// When it can be taken to have been written: the network sorts by the time that the author's app claims where that is earlier, and
    /// the record's key, which most apps make from the clock, tells of one that claims a time long past.
    /// </summary>
    public DateTimeOffset? WrittenBy(DateTimeOffset now)
    {
        var key = Names.Parts(Uri)?.Key is { } name ? RecordKey.TimeOf(name) : null;
        return key is { } made && made <= now && made - Indexed > BackDated ? made : Indexed;
    }

    /// <summary>Reads one. Whatever is missing or malformed is left empty: what came is handed over all the same.</summary>
    public static ReadPost Read(JsonElement view) => Read(view, Json.Member(view, "record"));

    /// <summary>Reads one from a view and a record that stand apart.</summary>
    public static ReadPost Read(JsonElement view, JsonElement record)
    {
        var raw = Json.Raw(view).ToArray();
        var reply = Json.Member(record, "reply");
        var embedded = Json.Member(Json.Member(record, "embed"), "record");
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
            Quoted = Reference.Read(embedded) ?? Reference.Read(Json.Member(embedded, "record")),
            Media = ReadMedia.From(Json.Member(record, "embed"), author.NetworkId),
            Raw = raw,
        };
    }

    public static NetworkProfile Profile(JsonElement author) =>
        new(Json.Text(author, "did") ?? "", Json.Text(author, "handle") ?? "", Json.Text(author, "displayName") ?? "");
}
