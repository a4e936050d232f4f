using System.Runtime.InteropServices;

namespace PoliceSocial.Ledger.Tree;

/// <summary>The root of a full subtree: a power of two of hashes, folded level by level.</summary>
internal static class Subtree
{
    public const int Widest = 256;
    private const int NodeLength = 1 + (2 * TreeHash.Length);

    public static TreeHash Root(ReadOnlySpan<TreeHash> hashes)
    {
        if (hashes.Length == 1)
            return hashes[0];

        Span<TreeHash> level = stackalloc TreeHash[hashes.Length];
        Span<byte> nodes = stackalloc byte[hashes.Length / 2 * NodeLength];
        Span<Slice> messages = stackalloc Slice[hashes.Length / 2];
        hashes.CopyTo(level);
        for (var width = hashes.Length / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
            {
                var node = nodes.Slice(i * NodeLength, NodeLength);
                node[0] = 0x01;
                MemoryMarshal.AsBytes(level.Slice(2 * i, 2)).CopyTo(node[1..]);
                messages[i] = new(i * NodeLength, NodeLength);
            }

            ManyHashes.Hash(nodes, messages[..width], level[..width]);
        }

        return level[0];
    }
}
