using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Bag.Tests;

/// <summary>A root, an issuer below it, and a certificate that the issuer gave to a force.</summary>
internal sealed class CertificateFamily : IDisposable
{
    private readonly ECDsa[] _keys = [.. Enumerable.Range(0, 3).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256))];

    public CertificateFamily()
    {
        Root = Request("Root", 0, true).CreateSelfSigned(Given.Now.AddYears(-1), Given.Now.AddYears(9));
        using var issuer = Request("Issuer", 1, true).Create(Root, Given.Now.AddYears(-1), Given.Now.AddYears(8), [1]);
        Issuer = issuer.CopyWithPrivateKey(_keys[1]);
        using var signer = Request("Test force", 2, false).Create(Issuer, Given.Now.AddYears(-1), Given.Now.AddYears(2), [2]);
        Signer = signer.CopyWithPrivateKey(_keys[2]);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Issuer { get; }

    public X509Certificate2 Signer { get; }

    public void Dispose()
    {
        foreach (var one in (IDisposable[])[Root, Issuer, Signer, .. _keys])
            one.Dispose();
    }

    private CertificateRequest Request(string name, int key, bool authority)
    {
        var request = new CertificateRequest($"CN={name}", _keys[key], HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(authority ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }
}
