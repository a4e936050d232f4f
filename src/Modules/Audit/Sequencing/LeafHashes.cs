using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>The leaf hashes as they were when the entries were added, kept apart from the entries.</summary>
internal static class LeafHashes
{
    private static readonly Statement<LeavesRow> Batches = Statement.Of<LeavesRow>(
        "SELECT First, Hashes FROM audit.Leaves WHERE First > @before AND First < @to ORDER BY First");

    /// <summary>The hashes from one entry up to another; null where there is none, which only tampering can cause.</summary>
    public static async Task<TreeHash?[]> ReadAsync(IRead store, long from, long to, CancellationToken ct)
    {
        var hashes = new TreeHash?[to - from];
        foreach (var batch in await store.QueryAsync(Batches, new { before = from - Sequencer.Most, to }, ct))
            Copy(batch, from, hashes);
        return hashes;
    }

    /// <summary>The same, where all of them must be there.</summary>
    /// <exception cref="LedgerDamagedException">One is not.</exception>
    public static async Task<TreeHash[]> ReadAllAsync(IRead store, long from, long to, CancellationToken ct)
    {
        var hashes = await ReadAsync(store, from, to, ct);
        var gap = Array.IndexOf(hashes, null);
        return gap < 0
            ? Array.ConvertAll(hashes, h => h!.Value)
            : throw new LedgerDamagedException($"The leaf hash of entry {from + gap} is missing from the store.");
    }

    private static void Copy(LeavesRow batch, long from, TreeHash?[] hashes)
    {
        var count = batch.Hashes.Length / TreeHash.Length;
        var read = TreeHash.Read(batch.Hashes.AsSpan(0, count * TreeHash.Length));
        for (var i = 0; i < count; i++)
        {
            var at = batch.First + i - from;
            if (at >= 0 && at < hashes.Length)
                hashes[at] = read[i];
        }
    }
}

/// <summary>The store does not hold what the ledger needs; the message says what is missing.</summary>
internal sealed class LedgerDamagedException(string message) : Exception(message);
