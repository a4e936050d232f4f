using PoliceSocial.Ledger.Entries;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// Entries whose facts are gone, waiting for the later entry that is said to have allowed it. Kept as runs, so that the memory
/// needed grows with the acts of erasure that are open at once, not with the entries they erased.
/// </summary>
internal sealed class PendingErasures
{
    private readonly Dictionary<EntryRef, List<Run>> _open = [];

    public long Settled { get; private set; }

    /// <summary>Notes an entry whose facts are gone.</summary>
    public Fault? Add(EntryRef entry, EntryRef by)
    {
        if (by.Log < entry.Log || (by.Log == entry.Log && by.Index <= entry.Index))
            return Unrecorded(entry, by);

        var runs = _open.TryGetValue(by, out var known) ? known : _open[by] = [];
        if (runs is [.., var last] && last.Log == entry.Log && last.Last == entry.Index - 1)
            runs[^1] = last with { Last = entry.Index };
        else
            runs.Add(new(entry.Log, entry.Index, entry.Index));

        return null;
    }

    /// <summary>Settles what waits for an entry, when that entry is read.</summary>
    public Fault? Settle(EntryRef at, Erasure? erasure)
    {
        if (!_open.Remove(at, out var runs))
            return null;

        foreach (var run in runs)
        {
            if (erasure is null || !erasure.Allows(run.Log, run.First, run.First))
                return Unrecorded(new(run.Log, run.First), at);

            if (run.Last > erasure.Last)
                return Unrecorded(new(run.Log, erasure.Last + 1), at);

            Settled += run.Last - run.First + 1;
        }

        return null;
    }

    public bool IsEmpty => _open.Count == 0;

    /// <summary>What is still open when the ledger ends.</summary>
    public Fault? AtEnd()
    {
        var first = _open.SelectMany(open => open.Value.Select(run => (By: open.Key, run.Log, run.First)))
            .OrderBy(open => open.Log).ThenBy(open => open.First).FirstOrDefault();
        return IsEmpty ? null : Unrecorded(new(first.Log, first.First), first.By);
    }

    private static Fault Unrecorded(EntryRef entry, EntryRef by) => new(
        FaultKind.ErasureNotRecorded, entry.Log, entry.Index, entry.Index,
        $"The facts of entry {entry} are gone, and entry {by}, which is said to have allowed it, does not.");

    private readonly record struct Run(int Log, long First, long Last);
}
