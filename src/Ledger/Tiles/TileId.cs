using System.Globalization;
using System.Text;

namespace PoliceSocial.Ledger.Tiles;

/// <summary>
/// Names a tile of a C2SP tlog-tiles log: up to 256 hashes that lie side by side at every eighth level of the tree. A width below
/// 256 names a partial tile, which exists only for the tree size that produced it.
/// </summary>
public readonly record struct TileId(int Level, long Index, int Width)
{
    /// <summary>How many hashes a full tile has.</summary>
    public const int FullWidth = 256;

    public bool IsFull => Width == FullWidth;

    /// <summary>Where the tile lies under the log's prefix, such as <c>tile/0/x001/x234/067.p/12</c>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder("tile/").Append(Level.ToString(CultureInfo.InvariantCulture)).Append('/');
            var digits = Index.ToString(CultureInfo.InvariantCulture);
            digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
            for (var i = 0; i < digits.Length; i += 3)
                path.Append(i + 3 < digits.Length ? "x" : "").Append(digits, i, 3).Append(i + 3 < digits.Length ? "/" : "");

            return IsFull ? path.ToString() : path.Append(CultureInfo.InvariantCulture, $".p/{Width}").ToString();
        }
    }

    /// <summary>How many hashes the tile at this level and index has in a tree of a given size.</summary>
    internal static int WidthIn(long treeSize, int level, long index)
    {
        var shift = 8 * level;
        var hashes = shift >= 64 ? 0 : treeSize >> shift;
        return (int)Math.Clamp(hashes - (index * FullWidth), 0, FullWidth);
    }
}
