namespace PoliceSocial.Host.Shelf;

/// <summary>Reads another stream until its time or its size is used up.</summary>
internal sealed class BoundedStream(Stream inner, long largest, CancellationToken time) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The length of an answer is not known before its end.");

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException("An answer can be read only forwards.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time);
        try
        {
            return Count(await inner.ReadAsync(buffer, either.Token));
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw GuardedHandler.Late(GuardedHttp.LongestCall);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (time.IsCancellationRequested)
            throw GuardedHandler.Late(GuardedHttp.LongestCall);

        return Count(inner.Read(buffer, offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("An answer can be read only forwards.");

    public override void SetLength(long value) => throw new NotSupportedException("An answer cannot be written to.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer cannot be written to.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        return _read <= largest
            ? read
            : throw new HttpRequestException($"The answer is larger than {largest >> 20} MB.");
    }
}
