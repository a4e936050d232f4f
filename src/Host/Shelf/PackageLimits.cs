namespace PoliceSocial.Host.Shelf;

/// <summary>
/// Counts what comes out of a package and stops it at a bound, by what is really read: what an archive says of itself may be a lie.
/// </summary>
internal sealed class PackageLimits
{
    public const int MostFiles = 500;
    public const long MostBytes = 200L << 20;

    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private long _bytes;

    /// <exception cref="UnfitPackageException">The path leads out, comes twice, or is one too many.</exception>
    public void Admit(string path)
    {
        if (!SafePath.IsSafe(path))
            throw new UnfitPackageException($"It holds a file whose name is not allowed ('{Printable(path)}'). Do not use it; tell the supplier.");
        if (!_paths.Add(path))
            throw new UnfitPackageException($"The package holds {path} twice. Ask the supplier for a corrected package.");
        if (_paths.Count > MostFiles)
            throw new UnfitPackageException($"The package holds more than {MostFiles} files. Ask the supplier for a smaller one.");
    }

    /// <exception cref="UnfitPackageException">The package is too large.</exception>
    public async Task CopyAsync(Stream from, string to, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            _bytes += read;
            if (_bytes > MostBytes)
                throw new UnfitPackageException($"It is larger than {MostBytes >> 20} MB unpacked. Ask the supplier for a smaller one.");
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
    }

    private static string Printable(string path) =>
        new(path.Take(80).Select(c => char.IsControl(c) ? '?' : c).ToArray());
}
