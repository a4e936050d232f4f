namespace PoliceSocial.Ledger.Tiles;

/// <summary>A tile that the tree's size says must exist is not there, or is shorter than it must be.</summary>
public sealed class TileMissingException(TileId tile)
    : Exception($"The ledger's tile {tile.Path} is missing or too short. The entries are kept; write the tiles again from them.")
{
    public TileId Tile { get; } = tile;
}
