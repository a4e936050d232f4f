using System.Text;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Export;

/// <summary>
/// Writes one log of an export, streaming. It writes what the ledger holds and judges nothing: an entry that was tampered with in
/// the store must arrive in the export as it is, for the verifier to find.
/// </summary>
public sealed class LogExportWriter : IDisposable
{
    private const int FileBuffer = 1 << 17;
    private readonly string _folder;
    private readonly FileStream _leafHashes;
    private readonly FileStream _checkpoints;
    private FileStream? _entries;
    private long _count;

    internal LogExportWriter(string folder)
    {
        _folder = folder;
        _leafHashes = Create(ExportLayout.LeafHashes);
        _checkpoints = Create(ExportLayout.Checkpoints);
    }

    /// <summary>Writes the next entry: its leaf, the leaf hash stored when it was appended, and its salt and facts.</summary>
    public void Entry(ReadOnlySpan<byte> leaf, TreeHash storedHash, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> facts)
    {
        Facts.Check(salt, facts);
        var line = Begin(leaf, storedHash);
        line.Write(EntryLine.Salt);
        Span<byte> hex = stackalloc byte[2 * Facts.SaltLength];
        Convert.TryToHexStringLower(salt, hex, out _);
        line.Write(hex);
        line.Write(EntryLine.Facts);
        line.Write(facts);
        line.Write("}\n"u8);
    }

    /// <summary>Writes the next entry, whose facts were erased, and which entry allowed it.</summary>
    public void ErasedEntry(ReadOnlySpan<byte> leaf, TreeHash storedHash, EntryRef allowedBy)
    {
        var line = Begin(leaf, storedHash);
        line.Write(EntryLine.Erased);
        line.Write(Encoding.ASCII.GetBytes(allowedBy.ToString()));
        line.Write(EntryLine.ErasedEnd);
        line.Write("\n"u8);
    }

    /// <summary>Writes the leaf hash of an entry that the store has no longer, so that the verifier can name it.</summary>
    public void MissingEntry(TreeHash storedHash) => _leafHashes.Write(TreeHash.Bytes([storedHash]));

    /// <summary>Writes the next checkpoint, with every signature it has.</summary>
    public void Checkpoint(SignedNote note)
    {
        _checkpoints.Write(note.ToBytes());
        _checkpoints.Write("\n"u8);
    }

    /// <summary>Writes the next checkpoint as the store holds it, which may not be a checkpoint any more.</summary>
    public void CheckpointText(string note)
    {
        _checkpoints.Write(Encoding.UTF8.GetBytes(note));
        _checkpoints.Write("\n"u8);
    }

    /// <summary>
    /// Writes a time-stamp of a checkpoint, and beside it the text that it is of, so that common tools can check the pair.
    /// </summary>
    /// <param name="name">What tells it from the others: digits and dashes.</param>
    /// <param name="token">The token of the authority, as RFC 3161 has it.</param>
    /// <param name="text">The text of the checkpoint.</param>
    public void TimeStamp(string name, ReadOnlySpan<byte> token, ReadOnlySpan<byte> text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, ExportLayout.TimeStamps)).FullName;
        File.WriteAllBytes(Path.Combine(folder, $"{name}.tst"), token);
        File.WriteAllBytes(Path.Combine(folder, $"{name}.txt"), text);
    }

    public void Dispose()
    {
        _entries?.Dispose();
        _leafHashes.Dispose();
        _checkpoints.Dispose();
    }

    private FileStream Begin(ReadOnlySpan<byte> leaf, TreeHash storedHash)
    {
        if (_count % ExportLayout.EntriesToAFile == 0)
        {
            _entries?.Dispose();
            _entries = Create(ExportLayout.EntryFile(_count));
        }

        _count++;
        _leafHashes.Write(TreeHash.Bytes([storedHash]));
        _entries!.Write(EntryLine.Leaf);
        _entries.Write(leaf);
        return _entries;
    }

    private FileStream Create(string name) =>
        new(Path.Combine(_folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileBuffer);
}
