using System.Globalization;
using System.Text.Json;

namespace PoliceSocial.Bluesky;

/// <summary>How far the channel has been read; the host keeps it as an opaque text.</summary>
/// <param name="Sequence">How many pages with public posts have been handed over; tells which of the watched posts the host has stored.</param>
/// <param name="Newest">The network's time of the newest public post handed over; null before the first.</param>
/// <param name="Log">Where the log of direct messages was read to; null before the first.</param>
internal sealed record CollectPlace(long Sequence, DateTimeOffset? Newest, string? Log)
{
    public static readonly CollectPlace Start = new(0, null, null);

    /// <summary>Reads a place; null where it is not one.</summary>
    public static CollectPlace? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, BlueskyJson.Default.CollectPlace);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, BlueskyJson.Default.CollectPlace);

    /// <summary>A time as the network's cursors write it.</summary>
    public static string Cursor(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
