using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// A network's identifiers are long and of any shape; what makes a row unique is the first 16 bytes of a SHA-256 over all that
/// identifies it.
/// </summary>
internal readonly record struct RowKey(ulong High, ulong Low)
{
    /// <summary>The key of parts; a length before each keeps "ab","c" and "a","bc" apart.</summary>
    public static RowKey Of(long scope, params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var size = sizeof(long);
        foreach (var part in parts)
            size += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        var buffer = size <= 2_048 ? stackalloc byte[2_048] : new byte[size];
        BinaryPrimitives.WriteInt64BigEndian(buffer, scope);
        var at = sizeof(long);
        foreach (var part in parts)
        {
            var n = Encoding.UTF8.GetBytes(part, buffer[(at + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(buffer[at..], n);
            at += sizeof(int) + n;
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
