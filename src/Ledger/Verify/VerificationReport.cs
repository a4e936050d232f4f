namespace PoliceSocial.Ledger.Verify;

/// <summary>What came of verifying a ledger.</summary>
/// <param name="Fault">The first thing that is wrong; null where the ledger is sound.</param>
/// <param name="Logs">How many logs were read.</param>
/// <param name="Entries">How many entries were read, in all logs.</param>
/// <param name="Tail">How many of them, at the end, no checkpoint covers yet.</param>
/// <param name="Erased">How many entries' facts were erased, each as a later entry allows.</param>
/// <param name="Checkpoints">How many checkpoints were verified.</param>
/// <param name="Cosigned">How many of them a known witness cosigned.</param>
/// <param name="Stamped">How many time-stamps of checkpoints were verified.</param>
/// <param name="Notices">What else a reader should know.</param>
public sealed record VerificationReport(
    Fault? Fault,
    int Logs,
    long Entries,
    long Tail,
    long Erased,
    long Checkpoints,
    long Cosigned,
    long Stamped,
    IReadOnlyList<Notice> Notices)
{
    public bool IsSound => Fault is null;
}
