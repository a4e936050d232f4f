namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// The first thing that is wrong. Where the evidence names one entry, <see cref="First"/> and <see cref="Last"/> are that entry;
/// where entries and their hashes were rewritten together, the wrong entry is somewhere from one to the other.
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Log">The number of the log.</param>
/// <param name="First">The first entry that may be wrong. Every entry before it is proven.</param>
/// <param name="Last">The last entry that may be the first wrong one.</param>
/// <param name="What">The same in a sentence, for people.</param>
public sealed record Fault(FaultKind Kind, int Log, long First, long Last, string What)
{
    /// <summary>Whether the evidence names one entry.</summary>
    public bool IsExact => First == Last;

    internal static Fault? Earlier(Fault? one, Fault? other) =>
        one is null || (other is not null && (other.Log, other.First).CompareTo((one.Log, one.First)) < 0) ? other : one;
}
