using PoliceSocial.Audit.Signing;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>
/// The roots of full subtrees that the store keeps, from which proofs are made and the tree is taken up again, against those that the
/// entries lead to.
/// </summary>
internal sealed class StoredNodes(IRead store)
{
    private const int Width = 256;

    private static readonly Statement<NodeRow> Level = Statement.Paged<NodeRow>(
        "SELECT Level, Place, Hash FROM audit.Node WHERE Level = @level AND Place >= @from ORDER BY Level, Place");

    private readonly LedgerTree _tree = new();
    private readonly Dictionary<(int Level, long Place), byte[]> _found = [];

    /// <summary>Takes the next entries' hashes.</summary>
    public void Append(ReadOnlySpan<TreeHash> hashes)
    {
        foreach (var node in _tree.Append(hashes))
            _found[(node.Level, node.Place)] = node.Hash;
    }

    /// <summary>Says which node is wrong; null where none is. The store has those of the entries that a checkpoint covers.</summary>
    public async Task<Wrong?> DifferAsync(long signed, CancellationToken ct)
    {
        for (var (level, full, span) = (1, signed / Width, (long)Width); full > 0; level++, full /= Width, span *= Width)
        {
            for (var place = 0L; place < full;)
            {
                var rows = await store.QueryAsync(Level, new { level, from = place, take = (int)Math.Min(Width, full - place) }, ct);
                if (rows.Count == 0)
                    return Named(level, place, span);
                foreach (var row in rows)
                {
                    if (row.Place != place || !row.Hash.AsSpan().SequenceEqual(_found[(level, place)]))
                        return Named(level, place, span);
                    place++;
                }
            }
        }

        return null;
    }

    private static Wrong Named(int level, long place, long span) => new(null, FormattableString.Invariant(
        $"The stored common hash of the entries {place * span} to {((place + 1) * span) - 1} (level {level}) is missing or was changed. The entries themselves are as they were."));
}
