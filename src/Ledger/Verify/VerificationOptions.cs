using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Verify;

/// <summary>What the verifier knows from elsewhere than the folder.</summary>
public sealed record VerificationOptions
{
    /// <summary>Keys kept elsewhere, of the ledger and its witnesses. Without them the folder's own are used, and the report says so.</summary>
    public KeyRing? TrustedKeys { get; init; }

    /// <summary>Checkpoints kept elsewhere. Each must be in this ledger's history: that is how an old copy is found out.</summary>
    public IReadOnlyList<SignedCheckpoint> Expected { get; init; } = [];

    /// <summary>Certificates of time-stamping authorities, or of those who vouch for them. Without them a time-stamp is checked, its signer not.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>The number of the first log in the folder, where older ones are archived elsewhere.</summary>
    public int FirstLog { get; init; }
}
