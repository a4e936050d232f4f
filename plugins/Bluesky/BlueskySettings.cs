using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>What a person entered for the channel.</summary>
internal sealed record BlueskySettings(Uri Service, string Handle, string ChatService, Uri Directory, string? ClientId)
{
    public static BlueskySettings Read(ConnectorContext context) => new(
        Address(context, "service", "https://bsky.social"),
        Text(context, "handle").TrimStart('@').Trim(),
        Text(context, "chatService") is { } chat && chat.StartsWith("did:", StringComparison.Ordinal) && chat.All(char.IsAscii) && !chat.Any(char.IsControl)
            ? chat : "did:web:api.bsky.chat",
        Address(context, "directory", "https://plc.directory"),
        Text(context, "clientId") is { Length: > 0 } client ? client : null);

    private static string Text(ConnectorContext context, string name) => context.Settings.GetValueOrDefault(name, "").Trim();

    private static Uri Address(ConnectorContext context, string name, string otherwise) =>
        Uri.TryCreate(Text(context, name), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address : new Uri(otherwise);
}
