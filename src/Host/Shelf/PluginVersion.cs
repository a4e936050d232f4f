namespace PoliceSocial.Host.Shelf;

/// <summary>One version of a plugin on disk.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where it lies; never changed once it is there.</param>
/// <param name="Bundled">True where it came with the product itself, and is trusted by where it lies.</param>
internal sealed record PluginVersion(string Id, string Version, string Folder, bool Bundled)
{
    public override string ToString() => $"{Id} {Version}";
}
