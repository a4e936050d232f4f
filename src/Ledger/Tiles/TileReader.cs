using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tiles;

/// <summary>Hashes of any range of a tree, read from its tiles; each tile is fetched once.</summary>
internal sealed class TileReader(ITileSource source, long treeSize)
{
    private readonly Dictionary<(int Level, long Index), ReadOnlyMemory<byte>> _read = [];

    /// <summary>MTH(D[from : to]) for a range whose start is aligned as RFC 9162's recursion leaves it.</summary>
    public async ValueTask<TreeHash> RangeAsync(long from, long to, CancellationToken ct)
    {
        var count = to - from;
        var split = Split.Below(count);
        if (split == 0)
            return await FullAsync(from, count, ct);

        var left = await RangeAsync(from, from + split, ct);
        var right = await RangeAsync(from + split, to, ct);
        return TreeHasher.Node(left, right);
    }

    private async ValueTask<TreeHash> FullAsync(long from, long count, CancellationToken ct)
    {
        var height = (int)long.Log2(count);
        var (level, within) = (height / 8, height % 8);
        var first = from >> (8 * level);
        var tile = await TileAsync(level, first / TileId.FullWidth, ct);
        var hashes = TreeHash.Read(tile.Span).Slice((int)(first % TileId.FullWidth), 1 << within);
        return Subtree.Root(hashes);
    }

    private async ValueTask<ReadOnlyMemory<byte>> TileAsync(int level, long index, CancellationToken ct)
    {
        if (_read.TryGetValue((level, index), out var known))
            return known;

        var tile = new TileId(level, index, TileId.WidthIn(treeSize, level, index));
        if (await source.ReadAsync(tile, ct) is not { } bytes || bytes.Length < tile.Width * TreeHash.Length)
            throw new TileMissingException(tile);

        return _read[(level, index)] = bytes[..(tile.Width * TreeHash.Length)];
    }
}
