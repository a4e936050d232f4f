namespace PoliceSocial.Channels.Plugins;

/// <summary>Finds plugins on the shelf.</summary>
internal static class ShelfLookup
{
    /// <summary>The state of a plugin whose connectors can be used, as the shelf words it.</summary>
    public const string Active = "Active";

    /// <summary>The connectors that a channel can be connected with, by name.</summary>
    public static IReadOnlyList<ConnectorManifest> Connectable(this IShelf shelf) =>
        [.. shelf.Entries.Where(e => e.State == Active).Select(e => e.Manifest).OrderBy(m => m.Name, StringComparer.CurrentCulture).ThenBy(m => m.Id, StringComparer.Ordinal)];
}
