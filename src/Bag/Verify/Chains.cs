using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Bag.Verify;

/// <summary>Whether a certificate leads to one that the reader trusts, without asking the network.</summary>
internal static class Chains
{
    public static bool LeadsTo(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> trusted, X509Certificate2Collection others, DateTimeOffset? at)
    {
        if (trusted.Any(t => t.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)))
            return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;

        // Evidence is checked years later: what counts is that the certificate was good then, which the time-stamp shows.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        if (at is { } time)
            chain.ChainPolicy.VerificationTime = time.LocalDateTime;
        foreach (var root in trusted)
            chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        return chain.Build(certificate);
    }
}
