using System.Buffers.Binary;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Zip;

/// <summary>
/// Reads a zip's directory strictly: files lie one behind the other from the first byte on, the directory follows, and nothing
/// follows that. So two readers cannot see two different sets of files, nothing is hidden between them, and none is read twice.
/// </summary>
internal sealed class ZipIndex(Stream zip)
{
    private const int LongestDirectory = 1 << 29;

    /// <summary>The files in the order in which they lie.</summary>
    /// <exception cref="BagRefusedException">It is not a plain zip.</exception>
    public IReadOnlyList<ZipRecord> Read(int mostFiles)
    {
        var (count, start, length, end) = ReadEnd();
        if (count < 0 || count > mostFiles)
            throw new BagRefusedException($"The zip says that it has {count} files; at most {mostFiles} are read.");
        if (start < 0 || length < 0 || length > LongestDirectory || start + length != end)
            throw new BagRefusedException("The zip's directory does not lie right before its end: something was added to the file, or taken away.");
        var directory = At(start, (int)length);
        var records = ReadDirectory(directory, count);
        CheckLayout(records, start);
        return records;
    }

    private static List<ZipRecord> ReadDirectory(byte[] directory, long count)
    {
        var records = new List<ZipRecord>((int)count);
        var at = 0;
        while (at < directory.Length)
        {
            var (record, length) = ZipCentral.Read(directory.AsSpan(at));
            records.Add(record);
            at += length;
        }

        return records.Count == count ? records : throw new BagRefusedException("The zip's directory lists another number of files than its end says.");
    }

    private void CheckLayout(List<ZipRecord> records, long start)
    {
        var at = 0L;
        foreach (var record in records)
        {
            if (record.Offset != at)
                throw new BagRefusedException($"'{record.Path}' does not begin where the file before it ends: bytes are hidden between them, or used twice.");
            at = new ZipLocal(zip, record, start).End();
        }

        if (at != start)
            throw new BagRefusedException("There are bytes between the last file and the zip's directory.");
    }

    private (long Count, long Start, long Length, long End) ReadEnd()
    {
        if (zip.Length < ZipFormat.EndLength)
            throw new BagRefusedException("This is not a zip.");
        var at = zip.Length - ZipFormat.EndLength;
        var end = At(at, ZipFormat.EndLength).AsSpan();
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != ZipFormat.EndSignature || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != 0)
            throw new BagRefusedException("This is not a zip, or something follows its end.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(end[4..]) != 0)
            throw new BagRefusedException("The zip is in several parts.");
        long count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) != count)
            throw new BagRefusedException("The zip is in several parts.");
        return count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue ? ReadEnd64(at) : (count, start, length, at);
    }

    private (long Count, long Start, long Length, long End) ReadEnd64(long end)
    {
        var at = end - ZipFormat.Locator64Length - ZipFormat.End64Length;
        if (at < 0)
            throw new BagRefusedException("The zip's end cannot be read.");
        var bytes = At(at, ZipFormat.Locator64Length + ZipFormat.End64Length).AsSpan();
        var locator = bytes[ZipFormat.End64Length..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != ZipFormat.End64Signature
            || BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]) != ZipFormat.End64Length - 12
            || BinaryPrimitives.ReadUInt32LittleEndian(locator) != ZipFormat.Locator64Signature
            || BinaryPrimitives.ReadInt64LittleEndian(locator[8..]) != at
            || BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]) != BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]))
        {
            throw new BagRefusedException("The zip's end cannot be read.");
        }

        return (BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]), at);
    }

    private byte[] At(long at, int length)
    {
        var bytes = new byte[length];
        zip.Position = at;
        zip.ReadExactly(bytes);
        return bytes;
    }
}
