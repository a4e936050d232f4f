using System.Text;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Audit.Signing;

/// <summary>A file outside the database to which every signed checkpoint is appended.</summary>
internal sealed class CheckpointPlace(string path)
{
    /// <summary>More than the longest checkpoint that this service writes.</summary>
    private const int TailBytes = 8_192;

    public string Path => path;

    /// <summary>The last whole checkpoint in the file; null where it has none.</summary>
    public async Task<SignedCheckpoint?> LastAsync(CancellationToken ct)
    {
        if (!File.Exists(path))
            return null;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(TailBytes, file.Length), SeekOrigin.End);
        var bytes = new byte[file.Length - file.Position];
        await file.ReadExactlyAsync(bytes, ct);
        return Notes(Encoding.UTF8.GetString(bytes)).LastOrDefault();
    }

    /// <summary>Appends checkpoints, on the disk when this returns. Half of one, left by a power cut, is cut off first.</summary>
    public async Task AppendAsync(IEnumerable<string> notes, CancellationToken ct)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(await EndOfWholeAsync(file, ct));
        file.Seek(0, SeekOrigin.End);
        foreach (var note in notes)
            await file.WriteAsync(Encoding.UTF8.GetBytes(note + "\n"), ct);
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>In the file an empty line follows each checkpoint, and one lies inside it before its signatures.</summary>
    private static IEnumerable<SignedCheckpoint> Notes(string text)
    {
        var parts = text.Split("\n\n");
        for (var i = 1; i < parts.Length; i++)
        {
            if (SignedCheckpoint.Read(Encoding.UTF8.GetBytes($"{parts[i - 1]}\n\n{parts[i]}\n")) is { } read && i < parts.Length - 1)
                yield return read;
        }
    }

    private static async Task<long> EndOfWholeAsync(FileStream file, CancellationToken ct)
    {
        file.Seek(-Math.Min(TailBytes, file.Length), SeekOrigin.End);
        var start = file.Position;
        var bytes = new byte[file.Length - start];
        await file.ReadExactlyAsync(bytes, ct);
        var end = bytes.AsSpan().LastIndexOf("\n\n"u8);

        // The empty line before a signature that never came ends nothing: what follows the dash line's end does.
        while (end >= 0 && !EndsSigned(bytes.AsSpan(0, end)))
            end = bytes.AsSpan(0, end).LastIndexOf("\n\n"u8);
        return end < 0 ? (start == 0 ? 0 : file.Length) : start + end + 2;
    }

    private static bool EndsSigned(ReadOnlySpan<byte> text) => text[(text.LastIndexOf((byte)'\n') + 1)..].StartsWith("— "u8);
}
