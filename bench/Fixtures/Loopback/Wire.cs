using System.Text.Json.Serialization;

namespace PoliceSocial.Loopback;

/// <summary>The account of the channel.</summary>
internal sealed record WireAccount(string Id, string Handle, string Name);

/// <summary>A message as the network hands it over.</summary>
internal sealed record WireItem(string Id, string AuthorId, string Handle, string Text, string ThreadId, long At);

/// <summary>What came after a place.</summary>
internal sealed record WirePage(WireItem[] Items, long Next, bool More);

/// <summary>What the service publishes.</summary>
internal sealed record WirePost(string Key, string Text, string? InReplyTo);

/// <summary>What the network has published.</summary>
internal sealed record WirePublished(string Id, long At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WireAccount))]
[JsonSerializable(typeof(WirePage))]
[JsonSerializable(typeof(WireItem))]
[JsonSerializable(typeof(WirePost))]
[JsonSerializable(typeof(WirePublished))]
internal sealed partial class WireJson : JsonSerializerContext;
