using Microsoft.AspNetCore.Identity;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Sign-in names are kept in lower case; people may type them as they like.</summary>
internal sealed class LowerNames : ILookupNormalizer
{
    public static string Of(string name) => name.Trim().ToLowerInvariant();

    public string? NormalizeName(string? name) => name is null ? null : Of(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
