using System.Security.Cryptography.X509Certificates;

namespace PoliceSocial.Bag.Sealing;

/// <summary>Who signs a bag, and who is asked to stamp the time.</summary>
/// <param name="Certificate">The force's certificate with its private key (RSA or ECDSA).</param>
/// <param name="CertificateSaid">What the bag says of that certificate: whose it is, or that the service made it itself.</param>
/// <param name="Authorities">Time-stamp authorities, any number.</param>
/// <param name="At">The time of signing.</param>
public sealed record BagSeal(X509Certificate2 Certificate, string CertificateSaid, IReadOnlyList<ITimeStampAuthority> Authorities, DateTimeOffset At)
{
    /// <summary>The certificates that lead from the signing one towards its root: they go into the signature, so that it can be verified years later.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; init; } = [];
}
