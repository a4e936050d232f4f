using System.Buffers.Binary;
using System.Numerics;

namespace PoliceSocial.Ledger.Tree;

/// <summary>
/// A Merkle tree that only grows. It keeps its right edge and nothing else (the roots of the full subtrees, largest first), so a
/// tree of a billion leaves is a kilobyte that the sequencer stores beside its position.
/// </summary>
public sealed class GrowingTree
{
    private const int SizeBytes = 8;
    private readonly TreeHash[] _edge = new TreeHash[64];
    private int _depth;

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>A tree as <see cref="Save"/> left it.</summary>
    /// <exception cref="FormatException">The bytes are not a saved tree.</exception>
    public static GrowingTree Load(ReadOnlySpan<byte> saved)
    {
        var size = saved.Length >= SizeBytes ? BinaryPrimitives.ReadInt64BigEndian(saved) : -1;
        if (size < 0 || saved.Length != SizeBytes + (BitOperations.PopCount((ulong)size) * TreeHash.Length))
            throw new FormatException("These bytes are not the saved edge of a ledger tree.");

        var tree = new GrowingTree { Size = size, _depth = BitOperations.PopCount((ulong)size) };
        TreeHash.Read(saved[SizeBytes..]).CopyTo(tree._edge);
        return tree;
    }

    /// <summary>The size (8 bytes, big-endian), then the hashes of the right edge, largest subtree first.</summary>
    public byte[] Save()
    {
        var saved = new byte[SizeBytes + (_depth * TreeHash.Length)];
        BinaryPrimitives.WriteInt64BigEndian(saved, Size);
        TreeHash.Bytes(_edge.AsSpan(0, _depth)).CopyTo(saved.AsSpan(SizeBytes));
        return saved;
    }

    public GrowingTree Copy() => Load(Save());

    public void Append(TreeHash leaf) => Push(leaf, 1);

    /// <summary>Appends a batch of leaf hashes, the widest full subtree that fits at a time.</summary>
    public void Append(ReadOnlySpan<TreeHash> leaves)
    {
        while (!leaves.IsEmpty)
        {
            var aligned = Size == 0 ? Subtree.Widest : 1L << Math.Min(8, BitOperations.TrailingZeroCount(Size));
            var width = (int)Math.Min(aligned, 1L << BitOperations.Log2((uint)leaves.Length));
            Push(Subtree.Root(leaves[..width]), width);
            leaves = leaves[width..];
        }
    }

    /// <summary>Appends a whole subtree by its root, as a ledger that keeps such roots takes its tree up again.</summary>
    /// <param name="root">The subtree's root.</param>
    /// <param name="width">How many leaves it has: a power of two that the tree's size is a multiple of.</param>
    public void AppendSubtree(TreeHash root, long width)
    {
        if (!BitOperations.IsPow2(width) || Size % width != 0)
            throw new ArgumentException($"A subtree of {width} leaves does not fit after {Size} leaves.", nameof(width));

        Push(root, width);
    }

    /// <summary>The Merkle tree hash of everything appended so far.</summary>
    public TreeHash Root()
    {
        if (_depth == 0)
            return TreeHasher.Empty;

        var root = _edge[_depth - 1];
        for (var i = _depth - 2; i >= 0; i--)
            root = TreeHasher.Node(_edge[i], root);

        return root;
    }

    private void Push(TreeHash root, long width)
    {
        for (var carried = width; (Size & carried) != 0; carried <<= 1)
            root = TreeHasher.Node(_edge[--_depth], root);

        _edge[_depth++] = root;
        Size += width;
    }
}
