using PoliceSocial.Bag.Paths;

namespace PoliceSocial.Bag.Verify;

/// <summary>A bag that somebody has unpacked.</summary>
internal sealed class FolderSource : IBagSource
{
    private readonly Dictionary<string, BagItem> _items = new(StringComparer.Ordinal);

    public FolderSource(string folder, VerifyOptions options)
    {
        var names = new NameSet();
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", all))
        {
            var path = Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                throw new BagRefusedException($"'{path}' is a link to something else. A bag holds files only.");
            if (entry is not FileInfo file)
                continue;
            if (names.Add(path) is { } refusal)
                throw new BagRefusedException($"'{path}' cannot be in a bag: {refusal}.");
            if (_items.Count >= options.MostFiles)
                throw new BagRefusedException($"There are more than {options.MostFiles} files.");
            _items.Add(path, new(path, file.Length, file.FullName));
        }
    }

    public IReadOnlyDictionary<string, BagItem> Items => _items;

    public Stream Open(BagItem item) => new FileStream((string)item.Where, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);

    public void Dispose()
    {
        // Nothing is held open.
    }
}
