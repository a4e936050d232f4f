using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// The shelf on disk: which versions there are, which one was chosen (<c>plugins/&lt;id&gt;/current</c>) and which one last proved
/// itself (<c>proven</c>). The command line writes it, the running service reads it again and again; they need no other line.
/// </summary>
internal sealed class ShelfCatalogue(ShelfOptions options)
{
    private const string Current = "current";
    private const string Proven = "proven";
    private const string Nothing = "none";

    public IReadOnlyList<ShelfEntry> List() =>
    [
        .. Folders(options.ShelfFolder).Concat(Folders(options.BundledFolder))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Find),
    ];

    public ShelfEntry Find(string id)
    {
        List<PluginVersion> versions = [.. Installed(id), .. Bundled(id)];
        versions.Sort((a, b) => PluginName.Order(b.Version).CompareTo(PluginName.Order(a.Version)));

        var file = new FileInfo(FileOf(id, Current));
        var choice = Read(id, Current);
        var chosen = choice switch
        {
            null => versions.Find(v => v.Bundled),
            Nothing => null,
            // A chosen version whose folder is gone is still the choice: the gate says what is wrong with it.
            _ => Version(versions, choice) ?? new PluginVersion(id, choice, Path.Combine(options.ShelfFolder, id, choice), Bundled: false),
        };
        return new ShelfEntry(id, chosen, file.Exists ? file.LastWriteTimeUtc.Ticks : 0, versions);
    }

    /// <summary>Makes a version the one to be in use; false where it is not on the shelf.</summary>
    public bool Choose(string id, string version)
    {
        if (!PluginName.IsId(id) || Version(Find(id).Versions, version) is null)
            return false;

        Write(id, Current, version);
        return true;
    }

    /// <summary>Takes a plugin off the shelf; its versions stay on disk. False where there is no such plugin.</summary>
    public bool Remove(string id)
    {
        if (!PluginName.IsId(id) || Find(id).Versions.Count == 0)
            return false;

        Write(id, Current, Nothing);
        return true;
    }

    /// <summary>Notes that a version ran here: what to go back to when a later one cannot be loaded after a restart.</summary>
    public void MarkProven(PluginVersion version) => Write(version.Id, Proven, version.Version);

    public PluginVersion? FindProven(string id) =>
        Read(id, Proven) is { } proven ? Version(Find(id).Versions, proven) : null;

    // An installed copy of the bundled version is the same version; the bundled one is trusted, so it goes first.
    private static PluginVersion? Version(IEnumerable<PluginVersion> versions, string version) =>
        versions.Where(v => v.Version == version).OrderByDescending(v => v.Bundled).FirstOrDefault();

    private IEnumerable<PluginVersion> Installed(string id) =>
        Directory.Exists(Path.Combine(options.ShelfFolder, id))
            ? Directory.EnumerateDirectories(Path.Combine(options.ShelfFolder, id))
                .Where(f => PluginName.IsVersion(Path.GetFileName(f)))
                .Select(f => new PluginVersion(id, Path.GetFileName(f), f, Bundled: false))
            : [];

    private IEnumerable<PluginVersion> Bundled(string id)
    {
        var folder = Path.Combine(options.BundledFolder, id);
        var manifest = Path.Combine(folder, ConnectorManifest.FileName);
        return File.Exists(manifest) ? [new PluginVersion(id, BundledVersion(manifest), folder, Bundled: true)] : [];
    }

    private static string BundledVersion(string manifest)
    {
        try
        {
            return ManifestFile.Read(File.ReadAllBytes(manifest)).Version;
        }
        catch (FormatException)
        {
            // It stays on the list, and the gate says what is wrong with it.
            return "unreadable";
        }
    }

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)).Where(PluginName.IsId) : [];

    private string? Read(string id, string name)
    {
        var file = FileOf(id, name);
        if (!File.Exists(file))
            return null;

        // Shared in every way, or the command line could not replace the file while it is being read.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().Trim();
        return PluginName.IsVersion(text) || text == Nothing ? text : null;
    }

    private void Write(string id, string name, string text)
    {
        var file = FileOf(id, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var stream = new FileStream(file + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + ".new", file, overwrite: true);
    }

    private string FileOf(string id, string name) => Path.Combine(options.ShelfFolder, id, name);
}
