using System.Security.Cryptography;
using PoliceSocial.Platform;

namespace PoliceSocial.Inbox.Attachments;

/// <summary>
/// The files of attachments, named by the SHA-256 of their bytes. An original is written once, whole, and never changed; a preview
/// is ours and can be made anew.
/// </summary>
internal sealed class MediaStore(DataFolder data)
{
    private readonly string _originals = data.Sub("media");
    private readonly string _previews = data.Sub("previews");

    /// <summary>Stores an original; durable when the task ends.</summary>
    public async Task<byte[]> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var hash = SHA256.HashData(bytes.Span);
        await WriteAsync(Place(_originals, hash, ""), bytes, ct);
        return hash;
    }

    public Task KeepPreviewAsync(byte[] hash, ReadOnlyMemory<byte> webp, CancellationToken ct) =>
        WriteAsync(Place(_previews, hash, ".webp"), webp, ct);

    public FileStream? OpenPreview(byte[] hash) => Open(Place(_previews, hash, ".webp"));

    public FileStream? OpenOriginal(byte[] hash) => Open(Place(_originals, hash, ""));

    /// <summary>Erases an original and its preview; how many files that were.</summary>
    public int Erase(byte[] hash)
    {
        var there = new[] { Place(_originals, hash, ""), Place(_previews, hash, ".webp") }.Where(File.Exists).ToList();
        there.ForEach(File.Delete);
        return there.Count;
    }

    private static FileStream? Open(string path) =>
        File.Exists(path) ? new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true) : null;

    private static string Place(string folder, byte[] hash, string ending)
    {
        var name = Convert.ToHexStringLower(hash);
        return Path.Combine(folder, name[..2], name + ending);
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Path.GetRandomFileName()}";
        await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81_920, useAsync: true))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }
}
