using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using PoliceSocial.Bag.Zip;

namespace PoliceSocial.Bag.Writing;

/// <summary>
/// One file being written into the bag. Blocks are packed and hashed on other threads while the next one is filled, so that two
/// hashes cost hardly more time than one; two blocks of memory are all that a file of any size takes.
/// </summary>
public sealed class BagFileStream : Stream
{
    private const int BlockLength = 1 << 18;
    private readonly ZipWriter _zip;
    private readonly string _zipPath;
    private readonly string _path;
    private readonly Action<FileDigest> _done;
    private readonly long _offset;
    private readonly DeflateStream? _deflate;
    private readonly Crc32 _crc = new();
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
    private byte[] _filling = ArrayPool<byte>.Shared.Rent(BlockLength);
    private byte[] _working = ArrayPool<byte>.Shared.Rent(BlockLength);
    private Task _work = Task.CompletedTask;
    private readonly long _start;
    private int _filled;
    private long _length;
    private bool _ended;

    internal BagFileStream(ZipWriter zip, string folder, string path, Packing packing, Action<FileDigest> done)
    {
        (_zip, _path, _done) = (zip, path, done);
        _zipPath = $"{folder}/{path}";
        _offset = zip.Position;
        zip.Begin(_zipPath, packing == Packing.Deflated ? ZipFormat.Deflated : ZipFormat.Stored);
        _start = zip.Position;
        _deflate = packing == Packing.Deflated ? new DeflateStream(new PackedSink(zip), CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _length + _filled;

    /// <inheritdoc/>
    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException("A bag is written front to back.");
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var part = Math.Min(buffer.Length, BlockLength - _filled);
            buffer.Span[..part].CopyTo(_filling.AsSpan(_filled));
            _filled += part;
            if (_filled < BlockLength)
                return;
            await NextBlockAsync();
            cancellationToken.ThrowIfCancellationRequested();
            buffer = buffer[part..];
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously: a block may have to wait for the one before.");

    /// <inheritdoc/>
    public override void Flush()
    {
        // Blocks are written when they are full, the last one at the end.
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Ends the file: its hashes are known from here on.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        await NextBlockAsync();
        await _work;
        if (_deflate is not null)
            await _deflate.DisposeAsync();
        _zip.End(new(_zipPath, _deflate is null ? ZipFormat.Stored : ZipFormat.Deflated, _crc.GetCurrentHashAsUInt32(), _zip.Position - _start, _length, _offset));
        _done(new(_path, _length, _sha256.GetHashAndReset(), _sha512.GetHashAndReset()));
        _sha256.Dispose();
        _sha512.Dispose();
        ArrayPool<byte>.Shared.Return(_filling);
        ArrayPool<byte>.Shared.Return(_working);
        await base.DisposeAsync();
    }

    private async Task NextBlockAsync()
    {
        await _work;
        (_filling, _working) = (_working, _filling);
        var block = _working.AsMemory(0, _filled);
        _length += _filled;
        _filled = 0;
        _work = block.Length == 0 ? Task.CompletedTask : Task.WhenAll(
            Task.Run(() => Pack(block.Span)), Task.Run(() => _sha256.AppendData(block.Span)), Task.Run(() => _sha512.AppendData(block.Span)));
    }

    private void Pack(ReadOnlySpan<byte> block)
    {
        _crc.Append(block);
        if (_deflate is null)
            _zip.Write(block);
        else
            _deflate.Write(block);
    }
}
