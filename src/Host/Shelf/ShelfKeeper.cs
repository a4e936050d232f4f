namespace PoliceSocial.Host.Shelf;

/// <summary>Keeps the running service in step with what was chosen on disk, by the command line or by the screens.</summary>
internal sealed class ShelfKeeper(
    ShelfCatalogue catalogue, PluginShelf shelf, Staging staging, ShelfOptions options, TimeProvider clock, ILogger<ShelfKeeper> log)
    : BackgroundService
{
    private readonly TaskCompletionSource _firstRound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, (PluginVersion? Chosen, long Stamp)> _tried = new(StringComparer.Ordinal);

    /// <summary>Ends when everything chosen was tried once: then the service is ready.</summary>
    public Task FirstRound => _firstRound.Task;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await shelf.CloseAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await SafelyAsync(SweepAsync, stoppingToken);
        using var timer = new PeriodicTimer(options.LookEvery, clock);
        do
        {
            await LookAsync(stoppingToken);
            shelf.Stocked();
            _firstRound.TrySetResult();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task SweepAsync()
    {
        if (staging.Sweep() is > 0 and var left)
            log.LogWarning("{Left} plugin installs had been aborted; what they left was removed. Install those plugins again.", left);
        return Task.CompletedTask;
    }

    private async Task LookAsync(CancellationToken ct)
    {
        IReadOnlyList<ShelfEntry> entries = [];
        await SafelyAsync(() => Task.FromResult(entries = catalogue.List()), ct);
        foreach (var entry in entries.Where(e => !_tried.TryGetValue(e.Id, out var t) || t != (e.Chosen, e.Stamp)))
        {
            await SafelyAsync(async () =>
            {
                await FollowAsync(entry, ct);
                _tried[entry.Id] = (entry.Chosen, entry.Stamp);
            }, ct);
        }
    }

    // A disk or database that fails for a moment must neither end this nor keep the other plugins waiting; the next round tries again.
    private async Task SafelyAsync(Func<Task> step, CancellationToken ct)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(
                e, "The plugin shelf could not be followed; what is in use stays in use. It is tried again in {LookEvery}.", options.LookEvery);
        }
    }

    private async Task FollowAsync(ShelfEntry entry, CancellationToken ct)
    {
        if (entry.Chosen is null)
        {
            await shelf.RemoveAsync(entry.Id, ct);
            return;
        }

        if (await TryAsync(entry.Chosen, ct) || shelf.FindActive(entry.Id) is not null)
            return;

        // After a restart nothing ran before the chosen version: go back to what last did, rather than have no connector at all.
        var proven = catalogue.FindProven(entry.Id) ?? entry.Versions.FirstOrDefault(v => v.Bundled);
        if (proven is not null && proven != entry.Chosen)
            await TryAsync(proven, ct);
    }

    private async Task<bool> TryAsync(PluginVersion version, CancellationToken ct)
    {
        switch (await shelf.PutAsync(version, ct))
        {
            case SwapOutcome.Active a:
                catalogue.MarkProven(version);
                log.LogInformation("{Plugin} is in use after {Took}.", version, a.Took);
                return true;
            case SwapOutcome.Kept k:
                log.LogError("{Plugin} is not in use: {Why}", version, k.Why);
                return false;
            default:
                throw new InvalidOperationException("A swap has two outcomes.");
        }
    }
}
