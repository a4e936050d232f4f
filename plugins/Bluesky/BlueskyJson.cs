using System.Text.Json;
using System.Text.Json.Serialization;

namespace PoliceSocial.Bluesky;

/// <summary>What this connector itself writes and reads back. Source-generated: reflection would keep the plugin in memory for ever.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredSession))]
[JsonSerializable(typeof(PendingGrant))]
[JsonSerializable(typeof(CollectPlace))]
[JsonSerializable(typeof(WatchFile))]
[JsonSerializable(typeof(ReplyHandle))]
[JsonSerializable(typeof(SentFile))]
internal sealed partial class BlueskyJson : JsonSerializerContext;
