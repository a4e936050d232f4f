using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// Names the first wrong entry once something is wrong. The root of the next checkpoint only says that some entry since the last
/// one is; the stored leaf hashes say which, provided that they in turn lead to that root.
/// </summary>
internal sealed class FaultFinder(int log, GrowingTree tree, LeafHashList stored, CheckpointTrail trail)
{
    private long At => tree.Size;

    public Fault FactsDiffer() => Settle(FaultKind.FactsChanged, $"The facts or the salt of entry {At} of log {log} were changed.");

    public Fault EndsEarly() => Settle(FaultKind.Missing, $"Entry {At} of log {log} is missing: the entries end before it.");

    public Fault ListIsTorn() => new(FaultKind.LeafHashesChanged, log, At, At, $"The list of leaf hashes of log {log} has bytes too many.");

    public Fault AfterTheEnd() => new(
        FaultKind.Extra, log, trail.Proven, trail.Proven, $"Log {log} was closed after {trail.Proven} entries, and there are more.");

    /// <summary>Entries and stored hashes agree, and neither leads to the root that was signed: both were rewritten.</summary>
    public Fault RootDiffers() => new(
        FaultKind.Changed, log, trail.Proven, Math.Max(trail.Proven, At - 1),
        $"An entry of log {log} between {trail.Proven} and {At - 1} was changed, and the list of leaf hashes with it.");

    /// <summary>A line is unreadable, or claims another index than its place.</summary>
    public Fault Misfit(Misfit misfit, EntryReader entries)
    {
        if (misfit.Claims is not { } claims)
            return Settle(FaultKind.Unreadable, $"Entry {At} of log {log} cannot be read: its line is not an entry.");

        Span<TreeHash> known = stackalloc TreeHash[1];
        if (stored.Read(claims, known) == 0 || known[0] != misfit.Leaf)
            return Settle(FaultKind.Changed, $"Entry {At} of log {log} was changed.");

        if (claims < At)
            return Settle(FaultKind.Extra, $"Entry {claims} of log {log} stands a second time, where entry {At} belongs.");

        return entries.HasLater(At)
            ? Settle(FaultKind.Reordered, $"Entry {At} of log {log} stands in the wrong place: entry {claims} comes before it.")
            : Settle(FaultKind.Missing, $"Entry {At} of log {log} is missing: entry {claims} stands in its place.");
    }

    /// <summary>An entry and its stored hash differ, or there is no stored hash: which of the two is wrong?</summary>
    public Fault LeafDiffers(ReadOnlySpan<TreeHash> found, EntryReader entries, EntryBatch batch, bool isStored)
    {
        var whole = tree.Copy();
        if (trail.Ahead is { Checkpoint: var ahead } && GrowByEntries(whole, ahead.Size, found, entries, batch) && whole.Root() == ahead.Root)
        {
            return new(FaultKind.LeafHashesChanged, log, At, At,
                $"The list of leaf hashes of log {log} was changed at entry {At}. The entry itself is whole.");
        }

        return isStored
            ? Settle(FaultKind.Changed, $"Entry {At} of log {log} was changed.")
            : Settle(FaultKind.Extra, $"Entry {At} of log {log} is not in the list of leaf hashes: it was added, or the list cut.");
    }

    private static bool GrowByEntries(GrowingTree whole, long size, ReadOnlySpan<TreeHash> found, EntryReader entries, EntryBatch batch)
    {
        whole.Append(found[..(int)Math.Min(found.Length, size - whole.Size)]);
        while (whole.Size < size && entries.Read(batch))
            whole.Append(batch.Hashes.AsSpan(0, (int)Math.Min(batch.Count, size - whole.Size)));

        return whole.Size == size;
    }

    /// <summary>Says whether this entry is certainly the first wrong one.</summary>
    private Fault Settle(FaultKind kind, string what)
    {
        var known = tree.Copy();
        if (trail.Ahead is not { Checkpoint: var ahead })
            return new(kind, log, At, At, $"{what} No checkpoint covers it yet.");

        return stored.Grow(known, ahead.Size) && known.Root() == ahead.Root
            ? new(kind, log, At, At, what)
            : new(kind, log, trail.Proven, At,
                $"{what} The list of leaf hashes was changed too, so the first wrong entry may be any from {trail.Proven} on.");
    }
}
