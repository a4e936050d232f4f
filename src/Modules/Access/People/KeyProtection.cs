using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace PoliceSocial.Access.People;

/// <summary>Encrypts authenticators' keys, each for its person alone: a row copied to another person is worthless.</summary>
internal sealed class KeyProtection(IDataProtectionProvider protection)
{
    public byte[] Protect(long personId, string key) => For(personId).Protect(Encoding.UTF8.GetBytes(key));

    public string Unprotect(long personId, byte[] key) => Encoding.UTF8.GetString(For(personId).Unprotect(key));

    private IDataProtector For(long personId) =>
        protection.CreateProtector("access.authenticator-key", personId.ToString(CultureInfo.InvariantCulture));
}
