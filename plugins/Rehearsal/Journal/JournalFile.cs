namespace PoliceSocial.Rehearsal.Journal;

/// <summary>
/// The network's memory: one JSON line for each thing that happened, only ever added to. Held by one at a time, also across
/// versions of the plugin and processes, since nobody else can open the file meanwhile.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    public const string Name = "journal.jsonl";
    private const int LongestLine = 8 * 1024 * 1024;
    private readonly FileStream _file;

    private JournalFile(FileStream file) => _file = file;

    public long Length => _file.Length;

    /// <exception cref="IOException">Somebody else holds it, or it cannot be opened.</exception>
    public static JournalFile Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var journal = new JournalFile(new FileStream(
            Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        try
        {
            journal.CutTornEnd();
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Adds a line; durable after <see cref="Keep"/>.</summary>
    /// <returns>Where it stands.</returns>
    public long Append(ReadOnlySpan<byte> line)
    {
        var at = _file.Length;
        _file.Position = at;
        _file.Write([.. line, (byte)'\n']);
        return at;
    }

    public void Keep() => _file.Flush(flushToDisk: true);

    public bool StartsLine(long offset)
    {
        if (offset == 0 || offset > Length)
            return offset == 0;
        _file.Position = offset - 1;
        return _file.ReadByte() == '\n';
    }

    public byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The lines from an offset on, without their line ends. The memory of each is good until the next.</summary>
    public IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> Lines(long from)
    {
        var buffer = new byte[64 * 1024];
        var (start, held) = (from, 0);
        while (true)
        {
            _file.Position = start + held;
            var read = _file.Read(buffer, held, buffer.Length - held);
            if (read == 0)
                yield break;
            held += read;
            var used = 0;
            for (var end = Array.IndexOf(buffer, (byte)'\n', 0, held); end >= 0; end = Array.IndexOf(buffer, (byte)'\n', used, held - used))
            {
                yield return (start + used, buffer.AsMemory(used, end - used));
                used = end + 1;
            }

            buffer.AsSpan(used, held - used).CopyTo(buffer);
            (start, held) = (start + used, held - used);
            if (held < buffer.Length)
                continue;
            if (buffer.Length >= LongestLine)
                throw new InvalidDataException($"a line at byte {start} is too long");
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    public void Dispose() => _file.Dispose();

    // A kill in the middle of writing leaves a line without its end. Nobody was told of it: it never happened.
    private void CutTornEnd()
    {
        Span<byte> block = stackalloc byte[4096];
        var whole = _file.Length;
        while (whole > 0)
        {
            var part = block[..(int)Math.Min(block.Length, whole)];
            _file.Position = whole - part.Length;
            _file.ReadExactly(part);
            var end = part.LastIndexOf((byte)'\n');
            whole -= part.Length - (end + 1);
            if (end >= 0)
                break;
        }

        if (whole < _file.Length)
            _file.SetLength(whole);
    }
}
