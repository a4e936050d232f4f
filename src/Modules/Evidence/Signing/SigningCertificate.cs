using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PoliceSocial.Bag.Sealing;

namespace PoliceSocial.Evidence.Signing;

/// <summary>The certificate that signs bags: the force's, from a file or the machine's store, or one that the service makes for itself and says so.</summary>
internal sealed class SigningCertificate(DataFolder data, IDataProtectionProvider protection, IOptions<EvidenceOptions> options, TimeProvider clock) : IDisposable
{
    private const string SelfMade =
        "signed with a certificate that the service made for itself, since none of the force's is set up; it shows that one key signed, not whose: ask the force for its SHA-256 fingerprint";

    private readonly IDataProtector _protector = protection.CreateProtector("PoliceSocial.Evidence.SigningCertificate.v1");
    private readonly SemaphoreSlim _once = new(1, 1);
    private (X509Certificate2 Certificate, string Said)? _known;

    /// <summary>True where the force has set one up.</summary>
    public bool IsForces => options.Value is { Certificate: not null } or { Thumbprint: not null };

    /// <summary>The certificate with its key, and what bags say of it.</summary>
    /// <exception cref="InvalidOperationException">The one that is set up cannot be used; the message says why.</exception>
    public async Task<(X509Certificate2 Certificate, string Said)> GetAsync(CancellationToken ct)
    {
        await _once.WaitAsync(ct);
        try
        {
            return _known ??= IsForces ? Forces() : (await OwnAsync(ct), SelfMade);
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose()
    {
        _known?.Certificate.Dispose();
        _once.Dispose();
    }

    private (X509Certificate2 Certificate, string Said) Forces()
    {
        var certificate = options.Value.Certificate is { } file ? FromFile(file) : FromStore(options.Value.Thumbprint!);
        if (!certificate.HasPrivateKey)
            throw new InvalidOperationException($"The signing certificate {certificate.Subject} has no private key here.");
        return (certificate, $"signed with the certificate {certificate.Subject}");
    }

    private X509Certificate2 FromFile(string file)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, options.Value.CertificatePassword, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new InvalidOperationException($"The signing certificate {file} cannot be read: {e.Message}", e);
        }
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        using var store = new X509Store(StoreName.My, OperatingSystem.IsWindows() ? StoreLocation.LocalMachine : StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..]
            ? found
            : throw new InvalidOperationException($"There is no certificate with the thumbprint {thumbprint} in the machine's store.");
    }

    private async Task<X509Certificate2> OwnAsync(CancellationToken ct)
    {
        var path = Path.Combine(data.Sub("evidence"), "signing.key");
        if (File.Exists(path))
            return X509CertificateLoader.LoadPkcs12(_protector.Unprotect(await File.ReadAllBytesAsync(path, ct)), null);
        var made = SelfMadeCertificate.Make(options.Value.Force, clock.GetUtcNow());

        // A power cut must not leave half a key, and only the service may read it.
        await File.WriteAllBytesAsync(path + ".new", _protector.Protect(made.Export(X509ContentType.Pkcs12)), ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(path + ".new", path, overwrite: true);
        return made;
    }
}
