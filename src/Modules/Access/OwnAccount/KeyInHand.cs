using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using PoliceSocial.Access.People;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>
/// The key of an authenticator while it is being set up: the browser holds it, sealed, and nothing is stored before a code proves that
/// it was scanned. Looking at the page changes nothing; a reload shows the same square again.
/// </summary>
internal sealed class KeyInHand(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("access.key-in-hand").ToTimeLimitedDataProtector();
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>For this person alone, and only until something about the account changes.</summary>
    public string Seal(PersonRow person, string key) =>
        WebEncoders.Base64UrlEncode(_protector.Protect(Encoding.UTF8.GetBytes($"{person.Id}|{person.SecurityStamp}|{key}"), Lasts));

    /// <summary>The key, or null where there is none, it is too old, or it is somebody else's.</summary>
    public string? Open(PersonRow person, string? held)
    {
        if (string.IsNullOrEmpty(held))
            return null;
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(WebEncoders.Base64UrlDecode(held))).Split('|', 3) is [var id, var stamp, var key]
                && id == FormattableString.Invariant($"{person.Id}") && stamp == person.SecurityStamp ? key : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            // Not one of ours, or too old: a new key is made.
            return null;
        }
    }
}
