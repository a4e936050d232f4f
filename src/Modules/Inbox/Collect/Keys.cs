using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// A network's identifiers are long and of any shape; what makes a row unique is the first 16 bytes of a SHA-256 over all that
/// identifies it.
/// </summary>
internal readonly record struct RowKey(ulong High, ulong Low)
{
    /// <summary>The key of parts; a length before each keeps "ab","c" and "a","bc" apart, and no encoding makes two ids one.</summary>
    public static RowKey Of(long scope, params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var size = sizeof(long);
        foreach (var part in parts)
            size += sizeof(int) + (part.Length * sizeof(char));
        var buffer = size <= 2_048 ? stackalloc byte[2_048] : new byte[size];
        BinaryPrimitives.WriteInt64BigEndian(buffer, scope);
        var at = sizeof(long);
        foreach (var part in parts)
        {
            var units = MemoryMarshal.AsBytes(part.AsSpan());
            BinaryPrimitives.WriteInt32BigEndian(buffer[at..], units.Length);
            units.CopyTo(buffer[(at + sizeof(int))..]);
            at += sizeof(int) + units.Length;
        }

        SHA256.HashData(buffer[..at], hash);
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }

    public static RowKey Read(byte[] bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)));

    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }
}
