using System.Buffers;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Verify;

/// <summary>Reads checkpoints one after another from a file in which an empty line follows each.</summary>
internal sealed class NoteFile : IDisposable
{
    private readonly LineWindow _window = new();
    private readonly ArrayBufferWriter<byte> _note = new();

    public NoteFile(string path) => _window.Open(path);

    /// <summary>Reads the next checkpoint.</summary>
    /// <returns>False at the end of the file. The checkpoint is null where what stands there is not one.</returns>
    public bool TryRead(out SignedCheckpoint? checkpoint)
    {
        checkpoint = null;
        _note.ResetWrittenCount();
        for (var emptyLines = 0; emptyLines < 2;)
        {
            if (!_window.TryNext(out var line))
            {
                if (_window.Fill())
                    continue;

                if (_window.IsTorn || emptyLines == 0)
                    return _window.IsTorn || _note.WrittenCount > 0;

                // A lone checkpoint, as a witness keeps it, has no empty line after it.
                break;
            }

            if (_note.WrittenCount + line.Length > SignedNote.LongestBytes)
                return true;

            emptyLines += line.Length == 0 ? 1 : 0;
            if (emptyLines < 2)
            {
                _note.Write(_window.Buffer.Slice(line.Start, line.Length));
                _note.Write("\n"u8);
            }
        }

        checkpoint = SignedCheckpoint.Read(_note.WrittenSpan);
        return true;
    }

    public void Dispose() => _window.Dispose();
}
