using System.Buffers.Binary;
using System.Text;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Zip;

/// <summary>Reads one line of a zip's directory, and refuses what a bag has no use for.</summary>
internal static class ZipCentral
{
    private const ushort Allowed = ZipFormat.SizesFollow | ZipFormat.NameIsUtf8 | ZipFormat.DeflateEffort;
    private const uint KindOfFile = 0xF000;
    private const uint Regular = 0x8000;

    public static (ZipRecord Record, int Length) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ZipFormat.CentralLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != ZipFormat.CentralSignature)
            throw new BagRefusedException("The zip's directory cannot be read.");
        var (name, extra, comment) = (U16(bytes, 28), U16(bytes, 30), U16(bytes, 32));
        var length = ZipFormat.CentralLength + name + extra + comment;
        if (bytes.Length < length)
            throw new BagRefusedException("The zip's directory is cut off.");
        var path = NameOf(bytes.Slice(ZipFormat.CentralLength, name), U16(bytes, 8));
        CheckPlain(bytes, path);
        if (comment != 0)
            throw new BagRefusedException($"'{path}' carries a comment.");
        var record = new ZipRecord(
            path, U16(bytes, 10), BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), U32(bytes, 20), U32(bytes, 24), U32(bytes, 42));
        return (Large(record, bytes.Slice(ZipFormat.CentralLength + name, extra)), length);
    }

    public static string NameOf(ReadOnlySpan<byte> name, ushort flags)
    {
        try
        {
            return (flags & ZipFormat.NameIsUtf8) != 0 || System.Text.Ascii.IsValid(name)
                ? ZipFormat.Utf8.GetString(name)
                : throw new BagRefusedException("A file's name is in an unknown encoding.");
        }
        catch (DecoderFallbackException)
        {
            throw new BagRefusedException("A file's name is not UTF-8.");
        }
    }

    private static void CheckPlain(ReadOnlySpan<byte> bytes, string path)
    {
        var flags = U16(bytes, 8);
        if ((flags & 1) != 0)
            throw new BagRefusedException($"'{path}' is encrypted.");
        if ((flags & ~Allowed) != 0)
            throw new BagRefusedException($"'{path}' uses a feature of zip that a bag has no use for.");
        if (U16(bytes, 10) is not (ZipFormat.Stored or ZipFormat.Deflated))
            throw new BagRefusedException($"'{path}' is packed in a way that a bag has no use for.");
        if (U16(bytes, 34) != 0)
            throw new BagRefusedException("The zip is in several parts.");
        var kind = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[38..]) >> 16) & KindOfFile;
        if (kind is not (0 or Regular))
            throw new BagRefusedException($"'{path}' is a link or something else that is no file.");
    }

    private static ZipRecord Large(ZipRecord record, ReadOnlySpan<byte> extra)
    {
        if (extra.IsEmpty)
            return record;
        if (extra.Length < 4 || U16(extra, 0) != ZipFormat.Zip64Extra || U16(extra, 2) != extra.Length - 4)
            throw new BagRefusedException($"'{record.Path}' carries more than a bag has use for.");
        var at = 4;
        var length = Next(record.Length, extra, ref at);
        var packed = Next(record.Packed, extra, ref at);
        var offset = Next(record.Offset, extra, ref at);
        return at == extra.Length && length >= 0 && packed >= 0 && offset >= 0
            ? record with { Length = length, Packed = packed, Offset = offset }
            : throw new BagRefusedException($"The sizes of '{record.Path}' cannot be read.");
    }

    private static long Next(long value, ReadOnlySpan<byte> extra, ref int at)
    {
        if (value != uint.MaxValue || at + 8 > extra.Length)
            return value;
        at += 8;
        return BinaryPrimitives.ReadInt64LittleEndian(extra[(at - 8)..]);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
