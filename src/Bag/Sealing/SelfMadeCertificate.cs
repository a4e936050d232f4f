using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Bag.Sealing;

/// <summary>A certificate that a service makes for itself where the force has configured none: it proves that one key signed, not whose.</summary>
public static class SelfMadeCertificate
{
    private const int Years = 10;

    /// <summary>Makes one, with its private key (ECDSA P-384).</summary>
    /// <param name="name">Whose service it is.</param>
    /// <param name="now">From when it is valid.</param>
    public static X509Certificate2 Make(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName($"{name} (made by the service itself)");
        subject.AddOrganizationName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(Years));
    }
}
