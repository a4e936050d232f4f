using System.Security.Cryptography;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// Where packages are unpacked before the gate has seen them. Whoever works on one holds a lock beside it, which ends with their
/// process: that tells what an aborted install left from one that is under way.
/// </summary>
internal sealed class Staging(ShelfOptions options)
{
    private const string LockEnding = ".lock";

    /// <summary>An empty folder of one's own, until it is disposed of.</summary>
    public StagedFolder Begin()
    {
        Directory.CreateDirectory(options.StagingFolder);
        var folder = Path.Combine(options.StagingFolder, RandomNumberGenerator.GetHexString(16, lowercase: true));
        var held = Lock(folder + LockEnding, FileMode.CreateNew);
        Directory.CreateDirectory(folder);
        return new(folder, held);
    }

    /// <summary>Removes what aborted installs left; how many there were.</summary>
    public int Sweep()
    {
        if (!Directory.Exists(options.StagingFolder))
            return 0;

        var left = Directory.EnumerateFileSystemEntries(options.StagingFolder)
            .Select(entry => entry.EndsWith(LockEnding, StringComparison.Ordinal) ? entry[..^LockEnding.Length] : entry)
            .Distinct(StringComparer.Ordinal).ToList();
        return left.Count(TryRemove);
    }

    private static FileStream Lock(string file, FileMode mode) =>
        new(file, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private static bool TryRemove(string folder)
    {
        try
        {
            using var left = new StagedFolder(folder, Lock(folder + LockEnding, FileMode.OpenOrCreate));
            return true;
        }
        catch (IOException) when (File.Exists(folder + LockEnding))
        {
            // Somebody is at work on it.
            return false;
        }
    }
}
