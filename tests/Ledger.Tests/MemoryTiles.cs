using PoliceSocial.Ledger.Tiles;

namespace PoliceSocial.Ledger.Tests;

internal sealed class MemoryTiles : ITileSource, ITileSink
{
    public Dictionary<TileId, byte[]> Written { get; } = [];

    public ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken ct) =>
        new(Written.TryGetValue(tile, out var bytes) || Written.TryGetValue(tile with { Width = TileId.FullWidth }, out bytes)
            ? bytes
            : (ReadOnlyMemory<byte>?)null);

    public ValueTask WriteAsync(TileId tile, ReadOnlyMemory<byte> hashes, CancellationToken ct)
    {
        Written[tile] = hashes.ToArray();
        return ValueTask.CompletedTask;
    }
}
