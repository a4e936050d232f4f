namespace PoliceSocial.Ledger.Tiles;

/// <summary>Tiles as plain files, laid out as C2SP tlog-tiles serves them.</summary>
public sealed class TileFolder(string folder) : ITileSource, ITileSink
{
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken ct)
    {
        foreach (var candidate in new[] { tile, tile with { Width = TileId.FullWidth } })
        {
            var path = Path.Combine(folder, candidate.Path);
            if (File.Exists(path))
                return await File.ReadAllBytesAsync(path, ct);
        }

        return null;
    }

    public async ValueTask WriteAsync(TileId tile, ReadOnlyMemory<byte> hashes, CancellationToken ct)
    {
        var path = Path.Combine(folder, tile.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // A reader, or a power cut, must never meet half a tile.
        var unfinished = path + ".new";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(hashes, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
