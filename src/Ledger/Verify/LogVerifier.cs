using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>Verifies one log: reads its entries once, in bounded memory, and stops at the first thing that is wrong.</summary>
internal sealed class LogVerifier(
    int log, EntryReader entries, LeafHashList stored, CheckpointTrail trail, ExpectedCheckpoints expected, PendingErasures erasures)
{
    private readonly GrowingTree _tree = new();
    private readonly EntryBatch _batch = new();
    private readonly TreeHash[] _storedHashes = new TreeHash[EntryBatch.Most];

    public long Entries => _tree.Size;

    public Fault? Verify(CancellationToken ct)
    {
        if (trail.Step() is { } noStart)
            return noStart;

        while (entries.Read(_batch))
        {
            ct.ThrowIfCancellationRequested();
            if (CheckBatch() is { } fault)
                return fault;
        }

        return Advance([]) ?? (entries.Misfit is { } misfit ? Judge().Misfit(misfit, entries) : AtEnd());
    }

    private Fault? CheckBatch()
    {
        var start = _tree.Size;
        var found = _batch.Hashes.AsSpan(0, _batch.Count);
        var storedCount = stored.Read(start, _storedHashes.AsSpan(0, _batch.Count));
        var same = found.CommonPrefixLength(_storedHashes.AsSpan(0, storedCount));
        var good = Math.Min(same, _batch.FirstFactsChanged);
        if (Fault.Earlier(CheckErasures(start, good), Advance(found[..good])) is { } fault)
            return fault;

        if (good == _batch.Count)
            return null;

        return good == same
            ? Judge().LeafDiffers(found[good..], entries, _batch, isStored: good < storedCount)
            : Judge().FactsDiffer();
    }

    private Fault? CheckErasures(long start, int good)
    {
        foreach (var (at, by) in _batch.Erased)
        {
            if (at < good && erasures.Add(new(log, start + at), by) is { } fault)
                return fault;
        }

        if (erasures.IsEmpty)
            return null;

        var allowing = _batch.Erasures.ToDictionary(pair => pair.At, pair => pair.Erasure);
        for (var at = 0; at < good; at++)
        {
            if (erasures.Settle(new(log, start + at), allowing.GetValueOrDefault(at)) is { } fault)
                return fault;
        }

        return null;
    }

    /// <summary>Grows the tree with proven leaf hashes, and compares its root with every checkpoint on the way.</summary>
    private Fault? Advance(ReadOnlySpan<TreeHash> hashes)
    {
        while (true)
        {
            while (trail.Ahead is { } ahead && ahead.Checkpoint.Size == _tree.Size)
            {
                if (ahead.Checkpoint.Root != _tree.Root())
                    return Judge().RootDiffers();

                if (trail.Step() is { } fault)
                    return fault;
            }

            if (expected.NextSize == _tree.Size && expected.Reach(_tree.Size, _tree.Root()) is { } replaced)
                return replaced;

            if (hashes.IsEmpty)
                return null;

            var next = Math.Min(trail.Ahead?.Checkpoint.Size ?? long.MaxValue, expected.NextSize);
            var now = hashes[..(int)Math.Min(hashes.Length, next - _tree.Size)];
            _tree.Append(now);
            hashes = hashes[now.Length..];
        }
    }

    private Fault? AtEnd()
    {
        if (trail.Ahead is not null || stored.Count > _tree.Size)
            return Judge().EndsEarly();

        if (!stored.IsWhole)
            return Judge().ListIsTorn();

        if (trail.Behind is { Checkpoint.Closed: true } && trail.Proven < _tree.Size)
            return Judge().AfterTheEnd();

        return expected.AtEnd(_tree.Size);
    }

    private FaultFinder Judge() => new(log, _tree, stored, trail);
}
