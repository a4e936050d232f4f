namespace PoliceSocial.Host.Shelf;

/// <summary>Keeps the running service in step with what was chosen on disk, by the command line or by the screens.</summary>
internal sealed class ShelfKeeper(ShelfCatalogue catalogue, PluginShelf shelf, ShelfOptions options, TimeProvider clock, ILogger<ShelfKeeper> log)
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
        using var timer = new PeriodicTimer(options.LookEvery, clock);
        do
        {
            await LookAsync(stoppingToken);
            _firstRound.TrySetResult();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            foreach (var entry in catalogue.List().Where(e => !_tried.TryGetValue(e.Id, out var t) || t != (e.Chosen, e.Stamp)))
            {
                _tried[entry.Id] = (entry.Chosen, entry.Stamp);
                await FollowAsync(entry, ct);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError("The plugin folder cannot be read ({Fault}); what is in use stays in use. Check the disk and the rights of this account.", e.GetType().Name);
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
