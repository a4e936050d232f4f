using System.Text.Json;

namespace PoliceSocial.Bluesky;

/// <summary>One version of one record.</summary>
internal sealed record Reference(string Uri, string Cid)
{
    public static Reference? Read(JsonElement element) =>
        Json.Text(element, "uri") is { Length: > 0 } uri && Json.Text(element, "cid") is { Length: > 0 } cid ? new Reference(uri, cid) : null;
}

/// <summary>What an answer must carry: the post it answers and the root of the thread, or the conversation.</summary>
internal sealed record ReplyHandle(Reference? Root = null, Reference? Parent = null, string? Conversation = null)
{
    public string Write() => JsonSerializer.Serialize(this, BlueskyJson.Default.ReplyHandle);

    public static ReplyHandle? TryRead(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize(text, BlueskyJson.Default.ReplyHandle);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
