using System.Buffers;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>
/// A buffer that slides over a file and hands out whole lines where they lie, so that reading copies nothing. Lines handed out
/// stay valid until the next <see cref="Fill"/>.
/// </summary>
internal sealed class LineWindow : IDisposable
{
    private const int Bytes = 1 << 18;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Bytes);
    private FileStream? _file;
    private int _start;
    private int _end;

    public Span<byte> Buffer => _buffer;

    /// <summary>Whether the file ended in the middle of a line, or a line did not fit.</summary>
    public bool IsTorn { get; private set; }

    public void Open(string path)
    {
        _file?.Dispose();
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        (_start, _end) = (0, 0);
    }

    public bool TryNext(out Slice line)
    {
        var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        line = new(_start, Math.Max(length, 0));
        _start += length + 1;
        return length >= 0;
    }

    /// <summary>Reads on; false where there is no further whole line.</summary>
    public bool Fill()
    {
        if (_file is null)
            return false;

        var left = _end - _start;
        _buffer.AsSpan(_start, left).CopyTo(_buffer);
        (_start, _end) = (0, left);
        while (_end < _buffer.Length)
        {
            var read = _file.Read(_buffer, _end, _buffer.Length - _end);
            var whole = _buffer.AsSpan(_end, read).Contains((byte)'\n');
            _end += read;
            if (whole)
                return true;

            if (read == 0)
                break;
        }

        IsTorn |= _end > 0;
        return false;
    }

    public void Dispose()
    {
        _file?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
