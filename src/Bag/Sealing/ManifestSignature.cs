using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Bag.Sealing;

/// <summary>The detached CMS signature (RFC 5652) over a tag manifest.</summary>
internal static class ManifestSignature
{
    private static readonly Oid Sha512 = new("2.16.840.1.101.3.4.2.3");

    public static byte[] Sign(byte[] manifest, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, DateTimeOffset at)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = Sha512,
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var other in chain)
            signer.Certificates.Add(other);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(at.UtcDateTime));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>SHA-256 of the certificate, in hexadecimal: what a recipient compares with the force's.</summary>
    public static string Fingerprint(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span));
}
