using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Proofs;

/// <summary>Proof that one entry is in the tree that a checkpoint signs (RFC 9162, section 2.1.3).</summary>
public static class Inclusion
{
    /// <summary>Makes the proof for the leaf at an index in the tree of a size, from that tree's tiles.</summary>
    public static async Task<IReadOnlyList<TreeHash>> ProveAsync(ITileSource tiles, long index, long size, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var reader = new TileReader(tiles, size);
        var path = new List<TreeHash>();
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = from + Split.StrictlyBelow(to - from);
            path.Add(index < middle ? await reader.RangeAsync(middle, to, ct) : await reader.RangeAsync(from, middle, ct));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the proof leads from the leaf to the root.</summary>
    public static bool Verify(TreeHash leaf, long index, long size, IReadOnlyList<TreeHash> proof, TreeHash root)
    {
        if (index < 0 || index >= size)
            return false;

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false;

            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHasher.Node(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = TreeHasher.Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }
}
