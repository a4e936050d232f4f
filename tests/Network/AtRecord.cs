using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

/// <summary>The records that a person's app writes.</summary>
internal static class AtRecord
{
    public static JsonObject Post(string text, DateTimeOffset? at = null) => new()
    {
        ["$type"] = "app.bsky.feed.post",
        ["text"] = text,
        ["createdAt"] = Time(at),
    };

    public static JsonObject Subject(string type, JsonNode subject) => new() { ["$type"] = type, ["subject"] = subject, ["createdAt"] = Time(null) };

    public static JsonObject Reference(AtPost post) => new() { ["uri"] = post.Uri, ["cid"] = post.Cid };

    public static JsonObject Answering(this JsonObject record, AtPost parent)
    {
        record["reply"] = new JsonObject { ["root"] = Reference(parent.Root ?? parent), ["parent"] = Reference(parent) };
        return record;
    }

    public static JsonObject Sharing(this JsonObject record, AtPost post)
    {
        record["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = Reference(post) };
        return record;
    }

    public static JsonObject Naming(this JsonObject record, IEnumerable<AtPerson> people)
    {
        var text = (string)record["text"]!;
        var facets = people.Select(person => Facet(text, person)).ToArray<JsonNode?>();
        if (facets.Length > 0)
            record["facets"] = new JsonArray(facets);
        return record;
    }

    private static JsonObject Facet(string text, AtPerson person)
    {
        var name = $"@{person.Handle}";
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
            throw new ArgumentException($"The text does not hold {name}.", nameof(text));
        var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, at));
        return new JsonObject
        {
            ["index"] = new JsonObject { ["byteStart"] = start, ["byteEnd"] = start + name.Length },
            ["features"] = new JsonArray(new JsonObject { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = person.Did }),
        };
    }

    private static string Time(DateTimeOffset? at) =>
        (at ?? TimeProvider.System.GetUtcNow()).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
