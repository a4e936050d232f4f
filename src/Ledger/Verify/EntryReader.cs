using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Verify;

/// <summary>Reads a log's entries in order, a batch at a time, up to the first line that does not belong where it stands.</summary>
internal sealed class EntryReader(IReadOnlyList<string> files, ClockWatch clock) : IDisposable
{
    private readonly LineWindow _window = new();
    private int _opened;
    private long _next;

    /// <summary>The line that ended the reading, if one did.</summary>
    public Misfit? Misfit { get; private set; }

    public bool Read(EntryBatch batch)
    {
        batch.Clear();
        while (Misfit is null && batch.Count < EntryBatch.Most)
        {
            if (_window.TryNext(out var line))
                Take(line, batch);
            else if (batch.Count > 0 || !FillOrOpen())
                break;
        }

        batch.Hash(_window.Buffer);
        return batch.Count > 0;
    }

    /// <summary>Whether a later line claims this index. Uses the reader up.</summary>
    public bool HasLater(long index)
    {
        do
        {
            while (_window.TryNext(out var line))
            {
                if (ParsedLine.TryRead(_window.Buffer, line, out var parsed) && parsed.Index == index)
                    return true;
            }
        }
        while (FillOrOpen());

        return false;
    }

    public void Dispose() => _window.Dispose();

    private void Take(Slice line, EntryBatch batch)
    {
        var reads = ParsedLine.TryRead(_window.Buffer, line, out var parsed);
        if (!reads || parsed.Index != _next)
        {
            var hash = reads ? TreeHasher.Of(_window.Buffer.Slice(parsed.Leaf.Start, parsed.Leaf.Length)) : default;
            Misfit = new(_next, reads ? parsed.Index : null, hash);
            return;
        }

        clock.See(_next, parsed.Time);
        batch.Add(parsed);
        _next++;
    }

    private bool FillOrOpen()
    {
        while (!_window.Fill())
        {
            if (_window.IsTorn)
                Misfit ??= new(_next, null, default);

            if (_window.IsTorn || _opened == files.Count)
                return false;

            _window.Open(files[_opened++]);
        }

        return true;
    }
}
