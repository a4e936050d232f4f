namespace PoliceSocial.Host.Shelf;

/// <summary>Every file below a folder, by its path in it; links of any sort are refused, for they lead out.</summary>
internal static class FolderFiles
{
    /// <exception cref="UnfitPackageException">There is a link.</exception>
    public static IEnumerable<(string Path, string Full)> Of(string folder)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.None };
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var next))
        {
            foreach (var entry in new DirectoryInfo(next).EnumerateFileSystemInfos("*", all))
            {
                if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    throw new UnfitPackageException($"{entry.Name} is a link to somewhere else. Replace it by the file itself.");
                if (entry is DirectoryInfo)
                    waiting.Push(entry.FullName);
                else
                    yield return (Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'), entry.FullName);
            }
        }
    }
}
