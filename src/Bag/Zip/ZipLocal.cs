using System.Buffers.Binary;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Zip;

/// <summary>A file's own header and what follows its data: both must say what the directory says.</summary>
internal sealed class ZipLocal(Stream zip, ZipRecord record, long limit)
{
    /// <summary>Where the file's data begins.</summary>
    public long DataStart { get; private set; }

    /// <summary>Where the next file begins.</summary>
    /// <exception cref="BagRefusedException">It says something else than the directory.</exception>
    public long End()
    {
        var bytes = At(record.Offset, ZipFormat.LocalLength);
        if (U32(bytes, 0) != ZipFormat.LocalSignature)
            throw Wrong();
        var (flags, method, name, extra) = (U16(bytes, 6), U16(bytes, 8), U16(bytes, 26), U16(bytes, 28));
        var rest = At(record.Offset + ZipFormat.LocalLength, name + extra);
        if (method != record.Method || (flags & 1) != 0 || ZipCentral.NameOf(rest.AsSpan(0, name), flags) != record.Path)
            throw Wrong();
        var large = extra != 0;
        if (large && (extra != 20 || U16(rest, name) != ZipFormat.Zip64Extra || U16(rest, name + 2) != 16))
            throw Wrong();
        DataStart = record.Offset + ZipFormat.LocalLength + name + extra;
        var end = checked(DataStart + record.Packed);
        return (flags & ZipFormat.SizesFollow) != 0 ? Descriptor(end, large) : Sizes(bytes, rest.AsSpan(name), large, end);
    }

    private long Sizes(byte[] bytes, ReadOnlySpan<byte> extra, bool large, long end)
    {
        var (packed, length) = ((long)U32(bytes, 18), (long)U32(bytes, 22));
        if (large)
            (length, packed) = (BinaryPrimitives.ReadInt64LittleEndian(extra[4..]), BinaryPrimitives.ReadInt64LittleEndian(extra[12..]));
        return U32(bytes, 14) == record.Crc && packed == record.Packed && length == record.Length && end <= limit ? end : throw Wrong();
    }

    private long Descriptor(long end, bool large)
    {
        var bytes = At(end, large ? ZipFormat.Descriptor64Length : ZipFormat.DescriptorLength);
        var (packed, length) = large
            ? (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(16)))
            : (U32(bytes, 8), U32(bytes, 12));
        return U32(bytes, 0) == ZipFormat.DescriptorSignature && U32(bytes, 4) == record.Crc && packed == record.Packed && length == record.Length
            ? end + bytes.Length
            : throw Wrong();
    }

    private byte[] At(long at, int length)
    {
        if (at < 0 || at + length > limit)
            throw Wrong();
        var bytes = new byte[length];
        zip.Position = at;
        zip.ReadExactly(bytes);
        return bytes;
    }

    private BagRefusedException Wrong() => new($"What the zip says of '{record.Path}' in its directory and beside its data is not the same.");

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
