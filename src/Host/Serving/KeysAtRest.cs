using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace PoliceSocial.Host.Serving;

/// <summary>
/// Encrypts the keys that protect networks' secrets, cookies and forms with a certificate of the force's, where one is configured: a
/// copy of the data folder alone then opens nothing. Keys from before the certificate was changed are read with the former ones.
/// </summary>
internal static class KeysAtRest
{
    public static IDataProtectionBuilder ProtectWithCertificate(this IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (configuration["Keys:Certificate"] is not { Length: > 0 } named)
            return keys;
        var password = configuration["Keys:CertificatePassword"];
        var former = configuration.GetSection("Keys:FormerCertificates").Get<string[]>() ?? [];
        return keys.ProtectKeysWithCertificate(Find(named, password)).UnprotectKeysWithAnyCertificate([.. former.Select(f => Find(f, password))]);
    }

    /// <summary>A file (PKCS #12) by its path, or one of the machine's or the account's own by its thumbprint.</summary>
    private static X509Certificate2 Find(string named, string? password)
    {
        var found = File.Exists(named) ? Load(named, password) : Stored(named, StoreLocation.CurrentUser) ?? Stored(named, StoreLocation.LocalMachine);
        return found is { HasPrivateKey: true }
            ? found
            : throw new InvalidOperationException($"Keys:Certificate names {named}, which is neither a file nor the thumbprint of a certificate with a private key that this account can read.");
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException($"{path} (Keys:Certificate) cannot be opened: {e.Message} Give a PKCS #12 file, and its password as Keys:CertificatePassword.", e);
        }
    }

    private static X509Certificate2? Stored(string thumbprint, StoreLocation where)
    {
        using var store = new X509Store(StoreName.My, where);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            // There is no such store on this machine (on Linux there is none of the machine's own).
            return null;
        }

        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault();
    }
}
