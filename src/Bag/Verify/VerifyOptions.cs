using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Bag.Verify;

/// <summary>What a verifier knows beforehand, and how much it is willing to read.</summary>
public sealed record VerifyOptions
{
    /// <summary>Certificates that the signer's (and the time-stamp authorities') must lead to; empty where none are at hand.</summary>
    public IReadOnlyList<X509Certificate2> Trusted { get; init; } = [];

    /// <summary>The fingerprint (SHA-256, hexadecimal) of the certificate that must have signed; null where it is not known.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The ledger's public keys from elsewhere; null: the bag's own copy, which a forger could have replaced.</summary>
    public KeyRing? LedgerKeys { get; init; }

    /// <summary>The most bytes that the files may have together when unpacked.</summary>
    public long MostBytes { get; init; } = 1L << 40;

    /// <summary>The most files.</summary>
    public int MostFiles { get; init; } = 1_000_000;

    /// <summary>How many times larger than packed a file may be that has more than a megabyte.</summary>
    public int MostRatio { get; init; } = 250;
}
