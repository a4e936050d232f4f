using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Signing;

/// <summary>
/// The ledger's tree as far as it is signed. In memory lies its right edge, at most 255 hashes a level; the store keeps the root
/// of every full subtree of 256, 65,536, … leaves, from which the edge is taken up again and any proof is made.
/// </summary>
internal sealed class LedgerTree
{
    private const int Width = TileId.FullWidth;
    private const int Levels = 8;
    private readonly List<TreeHash>[] _edge = [.. Enumerable.Range(0, Levels).Select(_ => new List<TreeHash>())];

    public long Size { get; private set; }

    /// <summary>Takes the tree of a size up again.</summary>
    /// <exception cref="LedgerDamagedException">The store has not all that it needs.</exception>
    public static async Task<LedgerTree> LoadAsync(IRead store, long size, CancellationToken ct)
    {
        var tree = new LedgerTree { Size = size };
        tree._edge[0].AddRange(await LeafHashes.ReadAllAsync(store, size / Width * Width, size, ct));
        for (var (level, full) = (1, size / Width); full > 0; level++, full /= Width)
            tree._edge[level].AddRange(await NodeTiles.NodesAsync(store, level, full / Width * Width, full, ct));
        return tree;
    }

    public LedgerTree Copy()
    {
        var copy = new LedgerTree { Size = Size };
        for (var level = 0; level < Levels; level++)
            copy._edge[level].AddRange(_edge[level]);
        return copy;
    }

    /// <summary>Appends leaf hashes and returns the subtrees that became full.</summary>
    public IReadOnlyList<NodeRow> Append(ReadOnlySpan<TreeHash> leaves)
    {
        var full = new List<NodeRow>();
        while (!leaves.IsEmpty)
        {
            var now = leaves[..Math.Min(leaves.Length, Width - _edge[0].Count)];
            _edge[0].AddRange(now);
            Size += now.Length;
            leaves = leaves[now.Length..];
            for (var (level, width) = (0, (long)Width); _edge[level].Count == Width; level++, width *= Width)
            {
                var root = Root(_edge[level]);
                full.Add(new() { Level = level + 1, Place = (Size / width) - 1, Hash = root.ToArray() });
                _edge[level].Clear();
                _edge[level + 1].Add(root);
            }
        }

        return full;
    }

    public TreeHash Root()
    {
        var tree = new GrowingTree();
        for (var level = Levels - 1; level >= 0; level--)
        {
            foreach (var subtree in _edge[level])
                tree.AppendSubtree(subtree, 1L << (8 * level));
        }

        return tree.Root();
    }

    private static TreeHash Root(List<TreeHash> hashes)
    {
        var tree = new GrowingTree();
        tree.Append(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hashes));
        return tree.Root();
    }
}
