using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Host.Serving.Plugins;

/// <summary>The shelf as the modules see it.</summary>
internal sealed class ShelfForModules(PluginShelf shelf, ChannelDesk desk, ShelfCatalogue catalogue) : IShelf
{
    public IReadOnlyList<Platform.Connectors.ShelfEntry> Entries => [.. InUse(), .. NotInUse()];

    public ConnectorManifest? FindActive(string connector) => shelf.FindManifest(connector);

    public async Task ReleaseAsync(string connector, long channelId)
    {
        await shelf.ReleaseAsync(connector, channelId.ToString(CultureInfo.InvariantCulture));
        desk.Forget(connector, channelId);
    }

    public Task<Outcome<T>> UseAsync<TCapability, T>(
        string connector, ChannelWiring channel, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class => shelf.UseAsync(connector, desk.Note(connector, channel), use, ct);

    private IEnumerable<Platform.Connectors.ShelfEntry> InUse() =>
        shelf.Manifests.Select(m => new Platform.Connectors.ShelfEntry(m, WordOf(PluginState.Active), DetailOf(m.Id, m.Version)));

    private string? DetailOf(string id, string version) =>
        shelf.Statuses.LastOrDefault(s => s.Version.Id == id && s.Version.Version == version)?.Why;

    private IEnumerable<Platform.Connectors.ShelfEntry> NotInUse()
    {
        foreach (var entry in catalogue.List())
        {
            foreach (var version in entry.Versions.Where(v => shelf.FindActive(v.Id)?.Version != v.Version))
            {
                var status = shelf.Statuses.LastOrDefault(s => s.Version == version);
                yield return new(ManifestOf(version), WordOf(status?.State ?? PluginState.Staged), status?.Why);
            }
        }
    }

    private static string WordOf(PluginState state) => state switch
    {
        PluginState.Staged => "Staged",
        PluginState.Active => "Active",
        PluginState.Refused => "Refused",
        PluginState.Failed => "Failed",
        PluginState.Draining => "Draining",
        PluginState.Unloaded => "Unloaded",
        PluginState.StillInMemory => "Still in memory",
        PluginState.Removed => "Removed",
    };

    /// <summary>What a version says of itself; where it says nothing that can be read, what its folder's name says.</summary>
    private static ConnectorManifest ManifestOf(PluginVersion version)
    {
        try
        {
            return ManifestFile.Read(File.ReadAllBytes(Path.Combine(version.Folder, ConnectorManifest.FileName)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return new()
            {
                Id = version.Id,
                Name = version.Id,
                Version = version.Version,
                Sdk = "",
                Assembly = "",
                Supplier = "unknown: its manifest cannot be read",
            };
        }
    }
}
