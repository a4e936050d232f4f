using System.Numerics;

namespace PoliceSocial.Ledger.Tiles;

/// <summary>Where RFC 9162 splits a range of leaves in two.</summary>
internal static class Split
{
    /// <summary>The largest power of two below a count; 0 where the count is a power of two itself, whose subtree is full.</summary>
    public static long Below(long count) => BitOperations.IsPow2(count) ? 0 : 1L << BitOperations.Log2((ulong)count);

    /// <summary>The largest power of two strictly below a count.</summary>
    public static long StrictlyBelow(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
