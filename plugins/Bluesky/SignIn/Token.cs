using System.Buffers.Text;
using System.Text.Json;

namespace PoliceSocial.Bluesky;

/// <summary>What can be known of a token by looking at it.</summary>
internal static class Token
{
    /// <summary>A token as it was received; null where it is none, or could not stand in a header.</summary>
    public static string? Read(JsonElement answer, string name) =>
        Json.Text(answer, name) is { Length: > 0 } token && token.All(c => char.IsAsciiLetterOrDigit(c) || "-._~+/=".Contains(c)) ? token : null;

    /// <summary>When it runs out. The network says it nowhere else; a token that is no JWT is used until it is refused.</summary>
    public static DateTimeOffset? Expiry(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
            return null;
        using var claims = Json.TryParse(Base64Url.DecodeFromChars(parts[1]));
        return claims is not null && Json.Number(claims.RootElement, "exp") is { } seconds and >= 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
