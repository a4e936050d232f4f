namespace PoliceSocial.Ledger.Tiles;

/// <summary>Where tiles are written to. Writing the same tile twice writes the same bytes.</summary>
public interface ITileSink
{
    ValueTask WriteAsync(TileId tile, ReadOnlyMemory<byte> hashes, CancellationToken ct);
}
