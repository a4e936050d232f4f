using System.Collections.Immutable;

namespace PoliceSocial.Host.Shelf;

/// <summary>What operators see: the last known state of each version since the service started.</summary>
internal sealed class StatusBoard(TimeProvider clock)
{
    private const int MostGonePerPlugin = 10;

    private const string Lingers =
        "Something in it still runs. It does no harm to the new version; restart the service when convenient, and tell the supplier.";

    private readonly Lock _gate = new();
    private readonly Dictionary<PluginVersion, WeakReference> _lingering = [];
    private ImmutableDictionary<PluginVersion, PluginStatus> _all = ImmutableDictionary<PluginVersion, PluginStatus>.Empty;

    public IReadOnlyList<PluginStatus> All
    {
        get
        {
            Look();
            return
            [
                .. _all.Values.OrderBy(s => s.Version.Id, StringComparer.Ordinal)
                    .ThenByDescending(s => PluginName.Order(s.Version.Version)),
            ];
        }
    }

    public void Note(PluginVersion version, PluginState state, string? why = null, int cutOff = 0, TimeSpan? leaving = null)
    {
        lock (_gate)
        {
            _lingering.Remove(version);
            var status = new PluginStatus(version, state, clock.GetUtcNow(), why, cutOff, leaving);
            _all = Forget(_all.SetItem(version, status), version.Id);
        }
    }

    /// <summary>Notes a version that will not leave memory; the board goes on looking whether it has.</summary>
    public void NoteLingering(PluginVersion version, WeakReference trace, int cutOff, TimeSpan leaving)
    {
        Note(version, PluginState.StillInMemory, Lingers, cutOff, leaving);
        lock (_gate)
            _lingering[version] = trace;
    }

    private void Look()
    {
        List<PluginVersion> gone;
        lock (_gate)
            gone = [.. _lingering.Where(l => !l.Value.IsAlive).Select(l => l.Key)];
        gone.ForEach(v => Note(v, PluginState.Unloaded, why: null, _all[v].CutOff, _all[v].Leaving));
    }

    private static ImmutableDictionary<PluginVersion, PluginStatus> Forget(
        ImmutableDictionary<PluginVersion, PluginStatus> all, string id) =>
        all.RemoveRange(all.Values
            .Where(s => s.Version.Id == id && (s.State is PluginState.Unloaded or PluginState.Removed))
            .OrderByDescending(s => s.Since).Skip(MostGonePerPlugin).Select(s => s.Version));
}
