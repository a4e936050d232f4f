using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoliceSocial.Ledger.Tree;

/// <summary>A SHA-256 hash in the ledger's tree: 32 bytes, compared and copied as one value.</summary>
public readonly struct TreeHash : IEquatable<TreeHash>
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Length = 32;

    private readonly Vector256<byte> _bytes;

    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"A tree hash is {Length} bytes, not {bytes.Length}.", nameof(bytes));

        _bytes = Vector256.Create(bytes);
    }

    public static bool operator ==(TreeHash left, TreeHash right) => left.Equals(right);

    public static bool operator !=(TreeHash left, TreeHash right) => !left.Equals(right);

    /// <summary>The bytes behind hashes that lie side by side, as tiles and the list of leaf hashes keep them.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<TreeHash> hashes) => MemoryMarshal.AsBytes(hashes);

    /// <summary>Hashes that lie side by side in bytes.</summary>
    public static ReadOnlySpan<TreeHash> Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, TreeHash>(bytes);

    public void CopyTo(Span<byte> destination) => _bytes.CopyTo(destination);

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public string ToBase64() => Convert.ToBase64String(ToArray());

    public bool Equals(TreeHash other) => _bytes == other._bytes;

    public override bool Equals(object? obj) => obj is TreeHash other && Equals(other);

    public override int GetHashCode() => _bytes.AsInt32()[0];

    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
