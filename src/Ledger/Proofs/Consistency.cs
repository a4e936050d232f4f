using System.Numerics;
using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Proofs;

/// <summary>Proof that a later tree only appended to an earlier one (RFC 9162, section 2.1.4).</summary>
public static class Consistency
{
    /// <summary>Makes the proof from one size to a later one, from the later tree's tiles. Empty from 0, and between equal sizes.</summary>
    public static async Task<IReadOnlyList<TreeHash>> ProveAsync(ITileSource tiles, long earlier, long later, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, later);
        var path = new List<TreeHash>();
        if (earlier == 0 || earlier == later)
            return path;

        var reader = new TileReader(tiles, later);
        var (from, to) = (0L, later);
        while (earlier != to)
        {
            var middle = from + Split.StrictlyBelow(to - from);
            path.Add(earlier <= middle ? await reader.RangeAsync(middle, to, ct) : await reader.RangeAsync(from, middle, ct));
            (from, to) = earlier <= middle ? (from, middle) : (middle, to);
        }

        // The earlier root itself is known to the verifier, unless the range left over does not start the tree.
        if (from > 0)
            path.Add(await reader.RangeAsync(from, to, ct));

        path.Reverse();
        return path;
    }

    /// <summary>Whether the proof shows that the later root's tree begins with the earlier root's.</summary>
    public static bool Verify(long earlier, TreeHash earlierRoot, long later, TreeHash laterRoot, IReadOnlyList<TreeHash> proof)
    {
        if (earlier < 0 || earlier > later)
            return false;

        if (earlier == 0)
            return proof.Count == 0 && earlierRoot == TreeHasher.Empty;

        if (earlier == later)
            return proof.Count == 0 && earlierRoot == laterRoot;

        var path = BitOperations.IsPow2(earlier) ? [earlierRoot, .. proof] : proof;
        if (path.Count == 0)
            return false;

        var (node, last) = (earlier - 1, later - 1);
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);

        var (early, late) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
                return false;

            if ((node & 1) == 1 || node == last)
            {
                early = TreeHasher.Node(sibling, early);
                late = TreeHasher.Node(sibling, late);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                late = TreeHasher.Node(late, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && early == earlierRoot && late == laterRoot;
    }
}
