using System.Security.Cryptography;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// The public keys of the suppliers that this force trusts (<c>plugins/trusted/*.pem</c>) and of those that came with the product.
/// Read anew each time: taking a key away takes effect at the next load.
/// </summary>
internal sealed class SupplierKeys(ShelfOptions options, ILogger<SupplierKeys> log)
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Says whose key made the signature (the file's name), or null where no trusted one did.</summary>
    public string? FindSigner(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        foreach (var file in KeyFiles())
        {
            using var key = Open(file);
            if (key is not null && key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
                return Path.GetFileNameWithoutExtension(file);
        }

        return null;
    }

    private IEnumerable<string> KeyFiles() =>
        new[] { options.TrustedFolder, options.BundledTrustedFolder }
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.pem"))
            .Order(StringComparer.Ordinal);

    private ECDsa? Open(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
                return key;

            log.LogWarning("The trusted key {File} is not on the curve P-256; no signature is accepted by it.", file);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The trusted key {File} cannot be read ({Fault}); no signature is accepted by it.", file, e.GetType().Name);
        }

        key.Dispose();
        return null;
    }
}
