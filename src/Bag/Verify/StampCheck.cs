using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace PoliceSocial.Bag.Verify;

/// <summary>Checks the time-stamps over the payload manifest.</summary>
internal sealed class StampCheck(VerifyOptions options, Findings findings)
{
    public IReadOnlyList<StampSeen> Run(byte[]? manifest, IEnumerable<(string Path, byte[] Token)> stamps) =>
        manifest is null ? [] : [.. stamps.OrderBy(s => s.Path, StringComparer.Ordinal).Select(s => Check(manifest, s.Path, s.Token)).OfType<StampSeen>()];

    private StampSeen? Check(byte[] manifest, string path, byte[] bytes)
    {
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(bytes, out var token, out var read) || read != bytes.Length)
                return Wrong(path, "it cannot be read");
            if (!token.VerifySignatureForData(manifest, out var signer))
                return Wrong(path, "it is not over manifest-sha512.txt, or its signature does not verify");
            if (options.Trusted.Count > 0 && !Chains.LeadsTo(signer, options.Trusted, token.AsSignedCms().Certificates, token.TokenInfo.Timestamp))
                findings.Notices.Add($"{path} verifies, but its authority ({signer.Subject}) leads to no certificate that you trust.");
            return new(path, token.TokenInfo.Timestamp, signer.Subject);
        }
        catch (CryptographicException e)
        {
            return Wrong(path, e.Message);
        }
    }

    private StampSeen? Wrong(string path, string why)
    {
        findings.Add(FindingKind.TimeStamp, path, $"The time-stamp {path} does not hold: {why}.");
        return null;
    }
}
