namespace PoliceSocial.Evidence.Making;

/// <summary>Where finished bags lie: in the data folder, each a file that is there only when it is whole.</summary>
internal sealed class BagFolder(DataFolder data)
{
    private readonly string _folder = data.Sub("evidence");

    /// <summary>A folder for what an export needs while it is made; emptied first of what a crash left there.</summary>
    public string Fresh(long exportId)
    {
        var folder = Path.Combine(_folder, FormattableString.Invariant($"making-{exportId}"));
        Discard(exportId);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    public void Discard(long exportId)
    {
        var folder = Path.Combine(_folder, FormattableString.Invariant($"making-{exportId}"));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Erases a bag; false where there is none.</summary>
    public bool Erase(long exportId)
    {
        var there = File.Exists(PathOf(exportId));
        if (there)
            File.Delete(PathOf(exportId));
        return there;
    }

    /// <summary>Makes a whole bag appear.</summary>
    public void Keep(string file, long exportId) => File.Move(file, PathOf(exportId), overwrite: true);

    public Stream? Open(long exportId) =>
        File.Exists(PathOf(exportId)) ? new FileStream(PathOf(exportId), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, useAsync: true) : null;

    public string PathOf(long exportId) => Path.Combine(_folder, FormattableString.Invariant($"{exportId}.zip"));
}
