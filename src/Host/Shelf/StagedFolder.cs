namespace PoliceSocial.Host.Shelf;

/// <summary>A folder that somebody unpacks a package into; it goes, if it is still there, and then its lock.</summary>
internal sealed class StagedFolder(string path, FileStream held) : IDisposable
{
    public string Path => path;

    public void Dispose()
    {
        using (held)
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
        }
    }
}
