using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Keeps the session among the channel's secrets.</summary>
internal sealed class SessionStore(ConnectorContext context, BlueskySettings settings)
{
    public const string AppPasswordSecret = "appPassword";

    public ValueTask<string?> AppPasswordAsync(CancellationToken ct) => context.Secrets.FindAsync(AppPasswordSecret, ct);

    /// <summary>The session; null where there is none, or a person has changed the handle or password since it was made.</summary>
    public async Task<StoredSession?> FindAsync(CancellationToken ct)
    {
        if (await context.Secrets.FindAsync(StoredSession.Secret, ct) is not { Length: > 0 } text)
            return null;
        try
        {
            var session = JsonSerializer.Deserialize(text, BlueskyJson.Default.StoredSession);
            return session?.Fingerprint == await FingerprintAsync(ct) ? session : null;
        }
        catch (JsonException)
        {
            context.Log(LogSeverity.Warning, "The stored sign-in cannot be read; signing in anew.");
            return null;
        }
    }

    public ValueTask SaveAsync(StoredSession session, CancellationToken ct) =>
        context.Secrets.SaveAsync(StoredSession.Secret, JsonSerializer.Serialize(session, BlueskyJson.Default.StoredSession), ct);

    public async Task<string> FingerprintAsync(CancellationToken ct)
    {
        var parts = $"{settings.Service}\n{settings.Handle}\n{await AppPasswordAsync(ct)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
