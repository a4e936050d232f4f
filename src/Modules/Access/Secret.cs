using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PoliceSocial.Access;

/// <summary>Secrets that the service gives out once and keeps only as a hash.</summary>
internal static class Secret
{
    /// <summary>256 random bits, fit for an address or a cookie.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>People type a recovery code from paper: case, spaces and dashes do not matter.</summary>
    public static string HashOfCode(long personId, string code)
    {
        var plain = string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Hash(string.Create(CultureInfo.InvariantCulture, $"{personId}:{plain}"));
    }
}
