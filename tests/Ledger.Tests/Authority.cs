using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Ledger.Tests;

/// <summary>A small time-stamping authority (RFC 3161): a root, a certificate for stamping, and answers to requests.</summary>
internal sealed class Authority : IDisposable
{
    private static readonly Oid TimeStampInfo = new("1.2.840.113549.1.9.16.1.4");
    private static readonly Oid SigningCertificate = new("1.2.840.113549.1.9.16.2.47");
    private readonly X509Certificate2 _signer;
    private int _serial;

    public Authority(string name = "Test authority", string usage = "1.3.6.1.5.5.7.3.8")
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest($"CN={name} root", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Root = root.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        own.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], true));
        using var bare = own.Create(Root, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero), [1, 2, 3, 4]);
        _signer = bare.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Root { get; }

    /// <summary>The answer to a request: granted, with a token.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> asked, DateTimeOffset now)
    {
        if (!Rfc3161TimestampRequest.TryDecode(asked, out var request, out _))
            return Refusal();
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
                answer.WriteInteger(0);
            answer.WriteEncodedValue(Token(request, now));
        }

        return answer.Encode();
    }

    /// <summary>An answer that grants nothing.</summary>
    public static byte[] Refusal()
    {
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
                answer.WriteInteger(2);
        }

        return answer.Encode();
    }

    /// <summary>A token over a text.</summary>
    public byte[] Stamp(ReadOnlySpan<byte> text, DateTimeOffset now) =>
        Token(Rfc3161TimestampRequest.CreateFromData(text, HashAlgorithmName.SHA256, requestSignerCertificates: true), now);

    public void Dispose()
    {
        Root.Dispose();
        _signer.Dispose();
    }

    private byte[] Token(Rfc3161TimestampRequest request, DateTimeOffset now)
    {
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.2.3.4.1"), request.HashAlgorithmId, request.GetMessageHash(), new byte[] { (byte)++_serial }, now, nonce: request.GetNonce());
        var cms = new SignedCms(new ContentInfo(TimeStampInfo, info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _signer)
        {
            IncludeOption = request.RequestSignerCertificate ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
            DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"),
        };
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificate, SigningCertificateV2()));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private byte[] SigningCertificateV2()
    {
        var certificates = new AsnWriter(AsnEncodingRules.DER);
        using (certificates.PushSequence())
        using (certificates.PushSequence())
        using (certificates.PushSequence())
            certificates.WriteOctetString(SHA256.HashData(_signer.RawData));
        return certificates.Encode();
    }
}
