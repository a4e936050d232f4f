using System.Text.Json;

namespace PoliceSocial.Bluesky;

/// <summary>What must be remembered while a person is on the network's page.</summary>
internal sealed record PendingGrant(
    string State, string Verifier, string Key, string Callback, string ClientId, string Issuer, Uri TokenEndpoint, Uri Server)
{
    public string Write() => JsonSerializer.Serialize(this, BlueskyJson.Default.PendingGrant);

    public static PendingGrant? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, BlueskyJson.Default.PendingGrant);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
