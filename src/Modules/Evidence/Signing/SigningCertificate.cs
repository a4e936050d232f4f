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
    private Signer? _known;

    /// <summary>True where the force has set one up.</summary>
    public bool IsForces => options.Value is { Certificate: not null } or { Thumbprint: not null };

    /// <summary>The certificate with its key, and what bags say of it.</summary>
    /// <exception cref="InvalidOperationException">The one that is set up cannot be used; the message says why.</exception>
    public async Task<Signer> GetAsync(CancellationToken ct)
    {
        await _once.WaitAsync(ct);
        try
        {
            return _known ??= IsForces ? Forces() : new(await OwnAsync(ct), [], SelfMade);
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

    private Signer Forces()
    {
        var all = options.Value.Certificate is { } file ? FromFile(file) : [FromStore(options.Value.Thumbprint!)];
        var certificate = all.FirstOrDefault(c => c.HasPrivateKey)
            ?? throw new InvalidOperationException($"The signing certificate {all.FirstOrDefault()?.Subject} has no private key here.");
        return new(certificate, ChainOf(certificate, all), $"signed with the certificate {certificate.Subject}");
    }

    /// <summary>What leads from the certificate to its root, as far as it came with it or the machine knows it: whoever verifies years later may have nothing else.</summary>
    private static X509Certificate2[] ChainOf(X509Certificate2 certificate, X509Certificate2Collection others)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.Build(certificate);
        return [.. chain.ChainElements.Skip(1).Select(e => X509CertificateLoader.LoadCertificate(e.Certificate.RawDataMemory.Span))];
    }

    private X509Certificate2Collection FromFile(string file)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12CollectionFromFile(file, options.Value.CertificatePassword, X509KeyStorageFlags.EphemeralKeySet);
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

/// <summary>Who signs.</summary>
/// <param name="Certificate">The certificate with its key.</param>
/// <param name="Chain">What leads from it towards its root.</param>
/// <param name="Said">What bags say of it.</param>
internal sealed record Signer(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain, string Said);
