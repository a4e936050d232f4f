using System.Data.Common;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>
/// Reads the whole ledger in its store once, makes every leaf anew, and compares it with the hash it had when it was added, with the
/// signed checkpoints, and with what allows an erasure. Stops at the first thing that is wrong.
/// </summary>
internal sealed class VerifyEntries(IRead store, KeyRing keys)
{
    // Few enough that what is read is gone again before the collector of young objects comes by.
    private const int AtOnce = 128;

    /// <summary>The last entry's number.</summary>
    public static readonly Statement<long?> Last = Statement.Of<long?>("SELECT MAX(Number) AS Number FROM audit.Entry");

    private readonly SignedTrail _trail = new(store, keys);
    private readonly Erasures _erasures = new(store);
    private readonly StoredNodes _nodes = new(store);
    private readonly GrowingTree _tree = new();
    private Func<int, string?> _words = _ => null;
    private EntryCheck? _check;

    /// <summary>Verifies, and tells now and then how many entries are done.</summary>
    public async Task<Verdict> RunAsync(Action<long> progress, CancellationToken ct)
    {
        try
        {
            return await VerifyAsync(progress, ct);
        }
        catch (Exception e) when (e is DbException or InvalidCastException or OverflowException)
        {
            // Rows of entries that cannot be read are named; these are of another table, and every entry may depend on them.
            return new(_tree.Size, _trail.Compared, _tree.Size - _trail.Proven, _erasures.Allowed, null, $"What lies in the store cannot be read: {e.Message}");
        }
    }

    private async Task<Verdict> VerifyAsync(Action<long> progress, CancellationToken ct)
    {
        var last = await store.FindAsync(Last, null, ct);
        var end = await store.FindAsync(SequenceStatements.Next, null, ct);

        // Words after the end: the ledger grows meanwhile, and every word of the entries before the end is then among them.
        _words = await new Words().TextsAsync(store, ct);
        _check = new(_words);
        var wrong = await _trail.BeginAsync(ct) ?? await _trail.ReachAsync(0, _tree.Root(), ct);
        while (wrong is null && _tree.Size < end)
        {
            wrong = await NextAsync(Math.Min(end, _tree.Size + AtOnce), ct);
            progress(_tree.Size);
        }

        wrong ??= _trail.AtEnd(end) ?? (last >= end ? new(end, FormattableString.Invariant($"Entry {end} was never added here: the ledger ends before it.")) : null);
        wrong ??= await _nodes.DifferAsync(_trail.Proven, ct);
        return new(_tree.Size, _trail.Compared, _tree.Size - _trail.Proven, _erasures.Allowed, wrong?.Entry, wrong?.What);
    }

    private async Task<Wrong?> NextAsync(long to, CancellationToken ct)
    {
        var from = _tree.Size;
        var entries = await StoredEntries.ReadAsync(store, from, to, ct);
        var hashes = await LeafHashes.ReadAsync(store, from, to, ct);
        for (var i = 0; i < entries.Length; i++)
        {
            if (_check!.Differs(from + i, entries[i], hashes[i]) is { } wrong)
                return wrong;
            if (entries[i]!.AllowedBy is { } by && await _erasures.RefusesAsync(from + i, by, _words, ct) is { } unrecorded)
                return unrecorded;
        }

        return await GrowAsync(Array.ConvertAll(hashes, h => h!.Value), ct);
    }

    private async Task<Wrong?> GrowAsync(TreeHash[] hashes, CancellationToken ct)
    {
        for (var at = 0; at < hashes.Length;)
        {
            var now = (int)Math.Min(hashes.Length - at, _trail.NextSize - _tree.Size);
            _tree.Append(hashes.AsSpan(at, now));
            _nodes.Append(hashes.AsSpan(at, now));
            at += now;
            if (await _trail.ReachAsync(_tree.Size, _tree.Root(), ct) is { } wrong)
                return wrong;
        }

        return null;
    }
}
