namespace PoliceSocial.Bag.Paths;

/// <summary>The names seen so far: finds two that are one file on a system that tells no capitals, and a file that is a folder too.</summary>
internal sealed class NameSet
{
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a path; why it may not stand beside the others, or null.</summary>
    public string? Add(string path)
    {
        if (SafePath.Refusal(path) is { } refusal)
            return refusal;
        if (!_files.Add(path) || _folders.Contains(path))
            return "another file has the same name, or one that differs only in capitals";
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at > 0; at = path.IndexOf('/', at + 1))
        {
            if (_files.Contains(path[..at]))
                return "a folder of its name is a file too";
            _folders.Add(path[..at]);
        }

        return null;
    }
}
