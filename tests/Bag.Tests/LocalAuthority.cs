using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using PoliceSocial.Bag.Sealing;

namespace PoliceSocial.Bag.Tests;

/// <summary>A time-stamp authority in the test's own process, made of somebody else's library.</summary>
internal sealed class LocalAuthority : ITimeStampAuthority
{
    private readonly string _name;
    private readonly TimeStampTokenGenerator _generator;

    public LocalAuthority(string name)
    {
        _name = name;
        var keys = new RsaKeyPairGenerator();
        keys.Init(new(new SecureRandom(), 2048));
        var pair = keys.GenerateKeyPair();
        var certificate = new X509V3CertificateGenerator();
        certificate.SetSerialNumber(BigInteger.One);
        certificate.SetIssuerDN(new($"CN={name}"));
        certificate.SetSubjectDN(new($"CN={name}"));
        certificate.SetNotBefore(Given.Now.UtcDateTime.AddYears(-1));
        certificate.SetNotAfter(Given.Now.UtcDateTime.AddYears(9));
        certificate.SetPublicKey(pair.Public);
        certificate.AddExtension(X509Extensions.ExtendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeID.id_kp_timeStamping));
        certificate.AddExtension(X509Extensions.KeyUsage, true, new KeyUsage(KeyUsage.DigitalSignature));
        Certificate = certificate.Generate(new Asn1SignatureFactory("SHA256WITHRSA", pair.Private));
        _generator = new(pair.Private, Certificate, TspAlgorithms.Sha256, "1.2.3.4.1");
        _generator.SetCertificates(CollectionUtilities.CreateStore([Certificate]));
    }

    public X509Certificate Certificate { get; }

    public Task<StampOutcome> StampAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var asking = new TimeStampRequestGenerator();
        asking.SetCertReq(true);
        var request = asking.Generate(TspAlgorithms.Sha512, SHA512.HashData(data.Span), BigInteger.ValueOf(42));
        var token = _generator.Generate(request, BigInteger.Two, Given.Now.UtcDateTime);
        return Task.FromResult(new StampOutcome(_name, token.ToCmsSignedData().GetEncoded(Asn1Encodable.Der), null));
    }
}
