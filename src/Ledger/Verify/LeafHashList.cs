using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>The leaf hashes that the ledger stored when the entries were written, side by side in a file.</summary>
internal sealed class LeafHashList : IDisposable
{
    private readonly SafeFileHandle _file;

    public LeafHashList(string path)
    {
        _file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(_file);
        (Count, IsWhole) = (length / TreeHash.Length, length % TreeHash.Length == 0);
    }

    public long Count { get; }

    public bool IsWhole { get; }

    /// <summary>Reads hashes from an index on, and says how many there were.</summary>
    public int Read(long index, Span<TreeHash> hashes)
    {
        var bytes = MemoryMarshal.AsBytes(hashes);
        if (index >= Count)
            return 0;

        var total = 0;
        while (total < bytes.Length && RandomAccess.Read(_file, bytes[total..], (index * TreeHash.Length) + total) is > 0 and var read)
            total += read;

        return total / TreeHash.Length;
    }

    /// <summary>Grows a tree with the stored hashes to a size; false where the list ends before.</summary>
    public bool Grow(GrowingTree tree, long size)
    {
        Span<TreeHash> hashes = stackalloc TreeHash[EntryBatch.Most];
        while (tree.Size < size)
        {
            var count = Read(tree.Size, hashes[..(int)Math.Min(hashes.Length, size - tree.Size)]);
            if (count == 0)
                return false;

            tree.Append(hashes[..count]);
        }

        return true;
    }

    public void Dispose() => _file.Dispose();
}
