namespace PoliceSocial.Ledger.Tiles;

/// <summary>Where tiles are read from: a folder, a table, a share.</summary>
public interface ITileSource
{
    /// <summary>
    /// The tile's hashes, 32 bytes each; null where there is none. A source that has dropped a partial tile answers with the wider
    /// one that replaced it, and the reader takes what it needs from its start.
    /// </summary>
    ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken ct);
}
