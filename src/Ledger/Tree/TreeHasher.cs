using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PoliceSocial.Ledger.Tree;

/// <summary>
/// The two hashes a tree is made of, as RFC 9162 (and RFC 6962 before it) defines them: a leaf is prefixed with 0x00 and a
/// node with 0x01, so that neither can be passed off as the other.
/// </summary>
public static class TreeHasher
{
    private const int LongestOnTheStack = 1024;

    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static TreeHash Empty { get; } = new(SHA256.HashData([]));

    public static TreeHash Leaf(ReadOnlySpan<byte> leaf)
    {
        var length = leaf.Length + 1;
        var prefixed = length <= LongestOnTheStack ? stackalloc byte[length] : new byte[length];
        prefixed[0] = 0x00;
        leaf.CopyTo(prefixed[1..]);
        return Of(prefixed);
    }

    public static TreeHash Node(TreeHash left, TreeHash right)
    {
        Span<byte> prefixed = stackalloc byte[1 + (2 * TreeHash.Length)];
        prefixed[0] = 0x01;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + TreeHash.Length)..]);
        return Of(prefixed);
    }

    internal static TreeHash Of(ReadOnlySpan<byte> bytes)
    {
        var hash = default(TreeHash);
        SHA256.HashData(bytes, MemoryMarshal.AsBytes(new Span<TreeHash>(ref hash)));
        return hash;
    }
}
