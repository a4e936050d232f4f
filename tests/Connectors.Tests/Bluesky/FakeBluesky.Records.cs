using System.Collections.Specialized;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PoliceSocial.Connectors.Tests.Bluesky;

internal sealed partial class FakeBluesky
{
    // As the network does it: newest first, the cursor is the time of the last one, and a page begins strictly below it.
    private HttpResponseMessage ListNotifications(NameValueCollection query)
    {
        var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        var sorted = _notifications.OrderByDescending(SortKey, StringComparer.Ordinal)
            .Where(notification => query["cursor"] is not { } cursor || string.CompareOrdinal(SortKey(notification), cursor) < 0);
        var page = sorted.Take(limit).Select(notification => notification.DeepClone()).ToArray();
        var answer = new JsonObject { ["notifications"] = new JsonArray(page), ["priority"] = false };
        if (page.Length > 0)
            answer["cursor"] = SortKey((JsonObject)page[^1]!);
        return Ok(answer);
    }

    private static string SortKey(JsonObject notification) =>
        notification["indexedAt"] is JsonValue time && time.TryGetValue<string>(out var text) ? text : "2026-01-01T00:00:00.000Z";

    private HttpResponseMessage GetPosts(NameValueCollection query)
    {
        var uris = query.GetValues("uris") ?? [];
        var posts = _notifications.Where(notification => uris.Contains((string?)notification["uri"])).Select(notification => notification.DeepClone());
        var shown = uris.Where(_shown.ContainsKey).Select(uri => _shown[uri].DeepClone());
        return Ok(new JsonObject { ["posts"] = new JsonArray([.. posts, .. shown]) });
    }

    private HttpResponseMessage GetRecord(NameValueCollection query)
    {
        var uri = $"at://{query["repo"]}/{query["collection"]}/{query["rkey"]}";
        return _records.TryGetValue(uri, out var record) ? Ok(Reference(uri, record, "value"))
            : Error("RecordNotFound", $"Could not locate record: {uri}");
    }

    private HttpResponseMessage PutRecord(JsonNode body)
    {
        var uri = $"at://{body["repo"]}/{body["collection"]}/{body["rkey"]}";
        var record = body["record"]!.DeepClone().AsObject();
        var isKnown = _records.TryGetValue(uri, out var known);
        if (isKnown && !JsonNode.DeepEquals(known, record) && body.AsObject().ContainsKey("swapRecord"))
            return Error("InvalidSwap", "Record was at another version");
        _records[uri] = record;
        return Ok(Reference(uri, record, name: null));
    }

    private HttpResponseMessage DeleteRecord(JsonNode body)
    {
        _records.Remove($"at://{body["repo"]}/{body["collection"]}/{body["rkey"]}");
        return Ok(new JsonObject());
    }

    private HttpResponseMessage GetLog(NameValueCollection query)
    {
        var page = _log.Where(entry => query["cursor"] is not { } cursor || string.CompareOrdinal((string?)entry["rev"], cursor) > 0).ToList();
        return Ok(new JsonObject
        {
            ["logs"] = new JsonArray([.. page.Select(entry => entry.DeepClone())]),
            ["cursor"] = page.Count > 0 ? (string?)page[^1]["rev"] : query["cursor"],
        });
    }

    private static JsonObject Reference(string uri, JsonObject record, string? name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(record.ToJsonString()));
        var answer = new JsonObject { ["uri"] = uri, ["cid"] = $"bafyrei{Convert.ToHexStringLower(hash)[..32]}" };
        if (name is not null)
            answer[name] = record.DeepClone();
        return answer;
    }
}
