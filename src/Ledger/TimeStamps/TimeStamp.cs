using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Ledger.TimeStamps;

/// <summary>What an authority outside says: that a text was there at a time (RFC 3161).</summary>
/// <param name="Token">The token.</param>
/// <param name="Signer">The certificate that signed it, which came with it.</param>
public sealed record TimeStamp(Rfc3161TimestampToken Token, X509Certificate2 Signer)
{
    private const string ForTimeStamping = "1.3.6.1.5.5.7.3.8";

    public DateTimeOffset Time => Token.TokenInfo.Timestamp;

    /// <summary>Reads a token that is of this text and whose signature fits its certificate; null where it is not.</summary>
    public static TimeStamp? Read(ReadOnlyMemory<byte> token, ReadOnlySpan<byte> text)
    {
        try
        {
            return Rfc3161TimestampToken.TryDecode(token, out var read, out var length) && length == token.Length
                && read.VerifySignatureForData(text, out var signer) && signer is not null
                ? new(read, signer)
                : null;
        }
        catch (CryptographicException)
        {
            // Bytes that look like a token and are none.
            return null;
        }
    }

    /// <summary>Whether one of these certificates vouches for the signer at the time of the stamp. Nothing is asked over a network.</summary>
    public bool IsVouchedForBy(X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(Token.AsSignedCms().Certificates);
        chain.ChainPolicy.ExtraStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = Time.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ForTimeStamping));
        return chain.Build(Signer);
    }
}
