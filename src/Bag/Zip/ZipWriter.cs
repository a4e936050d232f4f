using System.Buffers.Binary;

namespace PoliceSocial.Bag.Zip;

/// <summary>
/// Writes a zip front to back, never going back in it. What it keeps of a file that is written is its line in the directory.
/// Every file is followed by its sizes, in 64 bits, so that nothing need be known before and nothing is too large.
/// </summary>
internal sealed class ZipWriter(Stream output, DateTimeOffset at)
{
    private readonly List<ZipRecord> _records = [];
    private readonly (ushort Time, ushort Date) _at = ZipFormat.Dos(at);

    /// <summary>Where the next byte goes.</summary>
    public long Position { get; private set; }

    /// <summary>Writes a file's header; what follows is its data.</summary>
    public void Begin(string path, ushort method)
    {
        var name = ZipFormat.Utf8.GetBytes(path);
        var header = new byte[ZipFormat.LocalLength + name.Length + 20];
        var bytes = header.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, ZipFormat.LocalSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], ZipFormat.Version64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], ZipFormat.SizesFollow | ZipFormat.NameIsUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], method);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], _at.Time);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[12..], _at.Date);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[26..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[28..], 20);
        name.CopyTo(bytes[ZipFormat.LocalLength..]);
        var extra = bytes[(ZipFormat.LocalLength + name.Length)..];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, ZipFormat.Zip64Extra);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], 16);
        Write(header);
    }

    /// <summary>Writes packed bytes of the file that was begun.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        Position += bytes.Length;
    }

    /// <summary>Writes what follows a file's data.</summary>
    public void End(ZipRecord record)
    {
        Span<byte> bytes = stackalloc byte[ZipFormat.Descriptor64Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, ZipFormat.DescriptorSignature);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], record.Crc);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], record.Packed);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], record.Length);
        Write(bytes);
        _records.Add(record);
    }

    /// <summary>Writes the directory; nothing follows it.</summary>
    public void Finish()
    {
        var start = Position;
        foreach (var record in _records)
            WriteCentral(record);
        WriteEnd(start, Position - start);
        output.Flush();
    }

    private void WriteCentral(ZipRecord record)
    {
        var name = ZipFormat.Utf8.GetBytes(record.Path);
        var large = record.Packed >= uint.MaxValue || record.Length >= uint.MaxValue || record.Offset >= uint.MaxValue;
        var header = new byte[ZipFormat.CentralLength + name.Length + (large ? 28 : 0)];
        var bytes = header.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, ZipFormat.CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], ZipFormat.MadeOnUnix);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], ZipFormat.Version64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], ZipFormat.SizesFollow | ZipFormat.NameIsUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], record.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[12..], _at.Time);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[14..], _at.Date);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], record.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], large ? uint.MaxValue : (uint)record.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[24..], large ? uint.MaxValue : (uint)record.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[28..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[30..], (ushort)(large ? 28 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[38..], ZipFormat.RegularFile);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[42..], large ? uint.MaxValue : (uint)record.Offset);
        name.CopyTo(bytes[ZipFormat.CentralLength..]);
        if (large)
        {
            var extra = bytes[(ZipFormat.CentralLength + name.Length)..];
            BinaryPrimitives.WriteUInt16LittleEndian(extra, ZipFormat.Zip64Extra);
            BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], 24);
            BinaryPrimitives.WriteInt64LittleEndian(extra[4..], record.Length);
            BinaryPrimitives.WriteInt64LittleEndian(extra[12..], record.Packed);
            BinaryPrimitives.WriteInt64LittleEndian(extra[20..], record.Offset);
        }

        Write(header);
    }

    private void WriteEnd(long start, long length)
    {
        if (_records.Count >= ushort.MaxValue || start >= uint.MaxValue || length >= uint.MaxValue)
            WriteEnd64(start, length);
        Span<byte> bytes = stackalloc byte[ZipFormat.EndLength];
        bytes.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, ZipFormat.EndSignature);
        var count = (ushort)Math.Min(_records.Count, ushort.MaxValue);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], count);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], (uint)Math.Min(length, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], (uint)Math.Min(start, uint.MaxValue));
        Write(bytes);
    }

    private void WriteEnd64(long start, long length)
    {
        var end64 = Position;
        Span<byte> bytes = stackalloc byte[ZipFormat.End64Length + ZipFormat.Locator64Length];
        bytes.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, ZipFormat.End64Signature);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[4..], ZipFormat.End64Length - 12);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[12..], ZipFormat.MadeOnUnix);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[14..], ZipFormat.Version64);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], _records.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], _records.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[40..], length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[48..], start);
        var locator = bytes[ZipFormat.End64Length..];
        BinaryPrimitives.WriteUInt32LittleEndian(locator, ZipFormat.Locator64Signature);
        BinaryPrimitives.WriteInt64LittleEndian(locator[8..], end64);
        BinaryPrimitives.WriteUInt32LittleEndian(locator[16..], 1);
        Write(bytes);
    }
}
