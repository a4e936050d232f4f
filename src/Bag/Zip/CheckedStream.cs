using System.IO.Hashing;

namespace PoliceSocial.Bag.Zip;

/// <summary>A file's bytes as they are unpacked: stops as soon as there are more than the directory says, and checks them at their end.</summary>
internal sealed class CheckedStream(Stream plain, PartStream packed, ZipRecord record) : Stream
{
    private readonly Crc32 _crc = new();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => record.Length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = plain.Read(buffer);
        _read += read;
        if (_read > record.Length)
            throw new InvalidDataException("it is longer than the zip says");
        _crc.Append(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && (_read != record.Length || packed.Left != 0 || _crc.GetCurrentHashAsUInt32() != record.Crc))
            throw new InvalidDataException("its bytes are not those that the zip's own checksum is of");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // It is only read.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            plain.Dispose();
        base.Dispose(disposing);
    }
}
