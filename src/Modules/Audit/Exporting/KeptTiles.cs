using PoliceSocial.Ledger.Tiles;

namespace PoliceSocial.Audit.Exporting;

/// <summary>Keeps the tiles that were read last: the paths of neighbours go through the same ones.</summary>
internal sealed class KeptTiles(ITileSource tiles) : ITileSource
{
    private const int Most = 1_024;
    private readonly Dictionary<TileId, ReadOnlyMemory<byte>?> _kept = [];

    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken ct)
    {
        if (_kept.TryGetValue(tile, out var known))
            return known;
        if (_kept.Count >= Most)
            _kept.Clear();
        return _kept[tile] = await tiles.ReadAsync(tile, ct);
    }
}
