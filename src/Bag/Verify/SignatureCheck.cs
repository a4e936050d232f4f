using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Bag.Sealing;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Verify;

/// <summary>Checks the signature over the tag manifest, and whose it is as far as can be told here.</summary>
internal sealed class SignatureCheck(VerifyOptions options, Findings findings)
{
    public void Run(byte[]? manifest, byte[]? signature, IReadOnlyList<KeyValuePair<string, string>> info)
    {
        if (signature is null)
            findings.Add(FindingKind.Signature, BagLayout.Signature, "signature.p7s is missing: nobody answers for this bag.");
        else if (manifest is not null)
            Check(manifest, signature, Named(info, BagLayout.CertificateLabel), Named(info, BagLayout.ChainLabel));
    }

    private static string[] Named(IReadOnlyList<KeyValuePair<string, string>> info, string label) =>
        info.LastOrDefault(l => l.Key == label).Value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private void Check(byte[] manifest, byte[] signature, string[] named, string[] chain)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        try
        {
            cms.Decode(signature);
            if (!SignatureShape.Fits(signature) || cms.SignerInfos.Count != 1)
            {
                Wrong("signature.p7s was changed: it is not one signature, in the one form that a bag's has.");
                return;
            }

            cms.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            Wrong("The signature does not verify: it, or tagmanifest-sha512.txt, was changed since it was signed.");
            return;
        }

        // CMS leaves certificates unsigned: each must be one that bag-info.txt names, which is signed.
        var there = cms.Certificates.Select(ManifestSignature.Fingerprint).Order(StringComparer.Ordinal);
        if (!there.SequenceEqual(named.Concat(chain).Order(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase))
            Wrong("The certificates in the signature are not those that bag-info.txt names.");
        CheckWhose(cms.SignerInfos[0].Certificate!, cms.Certificates, named);
    }

    private void CheckWhose(X509Certificate2 certificate, X509Certificate2Collection others, string[] named)
    {
        var fingerprint = ManifestSignature.Fingerprint(certificate);
        if (!named.SequenceEqual([fingerprint], StringComparer.OrdinalIgnoreCase))
            Wrong($"The certificate in the signature ({fingerprint}) is not the one that bag-info.txt names.");
        if (options.Fingerprint is { } wanted && !string.Equals(fingerprint, wanted, StringComparison.OrdinalIgnoreCase))
            Wrong($"It is signed with another certificate ({fingerprint}) than the one you asked for.");
        if (options.Trusted.Count > 0 && !Chains.LeadsTo(certificate, options.Trusted, others, null))
            Wrong($"The certificate {certificate.Subject} does not lead to one that you trust.");
        if (options is { Trusted.Count: 0, Fingerprint: null })
            findings.Notices.Add($"Signed by {certificate.Subject}. Whether that certificate is the force's was not checked: compare its SHA-256 fingerprint {fingerprint} with the one that the force gives you.");
    }

    private void Wrong(string what) => findings.Add(FindingKind.Signature, BagLayout.Signature, what);
}
