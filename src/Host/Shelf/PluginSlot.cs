using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>The place of one plugin on the shelf: exactly one version answers, and another takes its place in one step.</summary>
#pragma warning disable CA1001 // A slot lives as long as the service, and _turn is never asked for its wait handle.
internal sealed class PluginSlot(
    Gate gate, PluginLoading loading, Trial trial, Retirement retirement, StatusBoard board, TimeProvider clock)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1);
    private LoadedVersion? _current;

    public PluginVersion? Active => Volatile.Read(ref _current)?.Version;

    public ConnectorManifest? Manifest => Volatile.Read(ref _current)?.Manifest;

    /// <summary>Puts a version into use. Whatever fails before the swap leaves the old one as it was.</summary>
    public async Task<SwapOutcome> PutAsync(PluginVersion version, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var started = clock.GetTimestamp();
            if (Active == version)
                return new SwapOutcome.Active(TimeSpan.Zero);
            if (await ProveAsync(version, ct) is { } why)
                return new SwapOutcome.Kept(why);

            board.Note(version, PluginState.Active);
            return new SwapOutcome.Active(clock.GetElapsedTime(started));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes the plugin off the shelf; its calls under way may end.</summary>
    public async Task RemoveAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (Interlocked.Exchange(ref _current, null) is { } old)
                retirement.Begin(old, PluginState.Removed);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Begins a call on whichever version answers now; null where none does.</summary>
    public (LoadedVersion Version, LentConnector Lent)? Enter(ChannelSettings channel)
    {
        // A version that was closed in between has been replaced in between: look again.
        while (Volatile.Read(ref _current) is { } version)
        {
            if (version.TryEnter(channel) is { } lent)
                return (version, lent);
        }

        return null;
    }

    public Task ReleaseAsync(string channelId)
    {
        var version = Volatile.Read(ref _current);
        version?.Retire(channelId);
        return version?.CloseRetiredAsync() ?? Task.CompletedTask;
    }

    private async Task<string?> ProveAsync(PluginVersion version, CancellationToken ct)
    {
        var verdict = gate.Check(version.Folder, version.Bundled);
        if (verdict is GateOutcome.Refused refused)
            return Keep(version, PluginState.Refused, refused.Why);

        var passed = (GateOutcome.Passed)verdict;
        if (passed.Manifest.Id != version.Id || passed.Manifest.Version != version.Version)
        {
            return Keep(version, PluginState.Refused,
                $"Its folder says {version} and its manifest {passed.Manifest.Id} {passed.Manifest.Version}. Install it again.");
        }

        var (loaded, fault) = await loading.LoadAsync(version, passed);
        if (loaded is null)
            return Keep(version, PluginState.Failed, fault!);
        if (await TryAsync(loaded, ct) is { } unfit)
            return unfit;

        if (Interlocked.Exchange(ref _current, loaded) is { } old)
            retirement.Begin(old, PluginState.Unloaded);
        return null;
    }

    private async Task<string?> TryAsync(LoadedVersion loaded, CancellationToken ct)
    {
        string? unfit = "Its trial was broken off. Try again.";
        try
        {
            return unfit = await trial.FindFaultAsync(loaded, ct);
        }
        finally
        {
            if (unfit is not null)
                retirement.Begin(loaded, PluginState.Failed, unfit);
        }
    }

    private string Keep(PluginVersion version, PluginState state, string why)
    {
        board.Note(version, state, why);
        return why;
    }
}
