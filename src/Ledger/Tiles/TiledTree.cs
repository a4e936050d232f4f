using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tiles;

/// <summary>
/// A growing tree that writes its tiles as it grows: every tile that becomes full, and the partial ones of the new size, so that
/// any proof for the new size can be made as soon as the append returns.
/// </summary>
public sealed class TiledTree
{
    private readonly GrowingTree _tree;
    private readonly ITileSink _sink;
    private readonly List<List<TreeHash>> _right;

    private TiledTree(GrowingTree tree, ITileSink sink, List<List<TreeHash>> right) => (_tree, _sink, _right) = (tree, sink, right);

    public long Size => _tree.Size;

    /// <summary>A tree without leaves.</summary>
    public static TiledTree Empty(ITileSink sink) => new(new GrowingTree(), sink, []);

    /// <summary>Takes a tree up where it was left: its saved edge, and the partial tiles of that size.</summary>
    /// <exception cref="TileMissingException">A partial tile is not there.</exception>
    public static async Task<TiledTree> ResumeAsync(GrowingTree tree, ITileSource source, ITileSink sink, CancellationToken ct)
    {
        var right = new List<List<TreeHash>>();
        for (var (level, hashes) = (0, tree.Size); hashes > 0; level++, hashes /= TileId.FullWidth)
        {
            var tile = new TileId(level, hashes / TileId.FullWidth, (int)(hashes % TileId.FullWidth));
            right.Add(tile.Width == 0 ? [] : await PartialAsync(tile, source, ct));
        }

        return new(tree, sink, right);
    }

    public TreeHash Root() => _tree.Root();

    /// <inheritdoc cref="GrowingTree.Save"/>
    public byte[] Save() => _tree.Save();

    /// <summary>Appends leaf hashes and writes the tiles they complete or lengthen.</summary>
    public async Task AppendAsync(ReadOnlyMemory<TreeHash> leaves, CancellationToken ct)
    {
        var before = _tree.Size;
        while (!leaves.IsEmpty)
        {
            var room = TileId.FullWidth - Level(0).Count;
            var now = leaves[..Math.Min(room, leaves.Length)];
            Level(0).AddRange(now.Span);
            _tree.Append(now.Span);
            leaves = leaves[now.Length..];
            for (var level = 0; Level(level).Count == TileId.FullWidth; level++)
                await CompleteAsync(level, ct);
        }

        for (var level = 0; level < _right.Count; level++)
        {
            if (_right[level].Count > 0 && before >> (8 * level) != _tree.Size >> (8 * level))
                await WriteAsync(level, _tree.Size >> (8 * (level + 1)), ct);
        }
    }

    private async ValueTask CompleteAsync(int level, CancellationToken ct)
    {
        // The index of the tile just filled: the tree has grown to this tile's end, or further only to its right.
        await WriteAsync(level, (_tree.Size >> (8 * (level + 1))) - 1, ct);
        var root = Subtree.Root(_right[level].ToArray());
        _right[level].Clear();
        Level(level + 1).Add(root);
    }

    private ValueTask WriteAsync(int level, long index, CancellationToken ct)
    {
        var hashes = _right[level].ToArray();
        return _sink.WriteAsync(new TileId(level, index, hashes.Length), TreeHash.Bytes(hashes).ToArray(), ct);
    }

    private static async Task<List<TreeHash>> PartialAsync(TileId tile, ITileSource source, CancellationToken ct)
    {
        if (await source.ReadAsync(tile, ct) is not { } bytes || bytes.Length < tile.Width * TreeHash.Length)
            throw new TileMissingException(tile);

        return [.. TreeHash.Read(bytes.Span)[..tile.Width]];
    }

    private List<TreeHash> Level(int level)
    {
        if (level == _right.Count)
            _right.Add([]);

        return _right[level];
    }
}
