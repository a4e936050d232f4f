namespace PoliceSocial.Host.Shelf;

/// <summary>One plugin as it stands on disk.</summary>
/// <param name="Id">Which.</param>
/// <param name="Chosen">The version that is to be in use; null where the plugin is off the shelf.</param>
/// <param name="Stamp">Changes with every choice, also with the same one made again.</param>
/// <param name="Versions">All there is to choose from, newest first.</param>
internal sealed record ShelfEntry(string Id, PluginVersion? Chosen, long Stamp, IReadOnlyList<PluginVersion> Versions);
