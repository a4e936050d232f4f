using System.IO.Compression;

namespace PoliceSocial.Host.Shelf;

/// <summary>Copies a package, a folder or a zip, into an empty folder, and nothing of it anywhere else.</summary>
internal static class Unpacking
{
    private const int UnixKind = 0xF000;
    private const int UnixLink = 0xA000;

    /// <exception cref="UnfitPackageException">The package is not fit; the message says what to do.</exception>
    public static Task CopyAsync(string package, string into, CancellationToken ct) =>
        Directory.Exists(package) ? FolderAsync(package, into, ct) : ZipAsync(package, into, ct);

    private static async Task FolderAsync(string folder, string into, CancellationToken ct)
    {
        var limits = new PackageLimits();
        foreach (var (path, full) in FolderFiles.Of(folder))
        {
            limits.Admit(path);
            await using var from = File.OpenRead(full);
            await limits.CopyAsync(from, Path.Combine(into, path), ct);
        }
    }

    private static async Task ZipAsync(string zip, string into, CancellationToken ct)
    {
        var limits = new PackageLimits();
        using var archive = await ZipFile.OpenReadAsync(zip, ct);
        foreach (var entry in archive.Entries.Where(e => !IsFolder(e)))
        {
            if (((entry.ExternalAttributes >> 16) & UnixKind) == UnixLink)
                throw new UnfitPackageException("The package holds a link to somewhere else. Do not use it; tell the supplier.");

            limits.Admit(entry.FullName);
            await using var from = await entry.OpenAsync(ct);
            await limits.CopyAsync(from, Path.Combine(into, entry.FullName), ct);
        }
    }

    // A folder's own entry is not needed, for its files make it; a path that leads out is refused with the first file in it.
    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0;
}
