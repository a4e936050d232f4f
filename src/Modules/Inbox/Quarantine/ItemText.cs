using System.Text.Json;
using System.Text.Json.Serialization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>What a connector read in some bytes, as text that can be kept beside them.</summary>
internal static class ItemText
{
    /// <summary>The reading without the bytes; null where it cannot be written down: then the bytes alone are kept.</summary>
    public static string? Write(CollectedItem item)
    {
        try
        {
            return JsonSerializer.Serialize(Tidied.Of(item) with { Raw = ReadOnlyMemory<byte>.Empty }, ItemJson.Default.CollectedItem);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    public static CollectedItem? Read(string? reading, byte[] raw) =>
        reading is null || JsonSerializer.Deserialize(reading, ItemJson.Default.CollectedItem) is not { } item ? null : item with { Raw = raw, Exchange = -1 };
}

[JsonSerializable(typeof(CollectedItem))]
internal sealed partial class ItemJson : JsonSerializerContext;
