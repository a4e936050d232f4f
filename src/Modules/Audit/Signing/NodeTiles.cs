using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Ledger.Tiles;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Signing;

/// <summary>The root of a full subtree: at level 1 of 256 leaves, at level 2 of 65,536, and so on.</summary>
internal sealed record NodeRow
{
    public required int Level { get; init; }

    public required long Place { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>The ledger's tiles, read from the store: leaf hashes at level 0, kept subtree roots above.</summary>
internal sealed class NodeTiles(IRead store) : ITileSource
{
    private static readonly Statement<NodeRow> Nodes = Statement.Of<NodeRow>(
        "SELECT Level, Place, Hash FROM audit.Node WHERE Level = @level AND Place >= @from AND Place < @to ORDER BY Place");

    /// <summary>The roots of full subtrees of a level, from a place up to another.</summary>
    /// <exception cref="LedgerDamagedException">One is missing.</exception>
    public static async Task<IReadOnlyList<TreeHash>> NodesAsync(IRead store, int level, long from, long to, CancellationToken ct)
    {
        var rows = await store.QueryAsync(Nodes, new { level, from, to }, ct);
        return rows.Count == to - from
            ? [.. rows.Select(r => new TreeHash(r.Hash))]
            : throw new LedgerDamagedException($"The store has {rows.Count} of the {to - from} nodes from {from} on at level {level} of the tree.");
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken ct)
    {
        var from = tile.Index * TileId.FullWidth;
        IReadOnlyList<TreeHash> hashes = tile.Level == 0
            ? await LeafHashes.ReadAllAsync(store, from, from + tile.Width, ct)
            : await NodesAsync(store, tile.Level, from, from + tile.Width, ct);
        return TreeHash.Bytes(hashes.ToArray()).ToArray();
    }
}
