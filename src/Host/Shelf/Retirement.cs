using System.Collections.Concurrent;

namespace PoliceSocial.Host.Shelf;

/// <summary>Sees a replaced version out: drain, end, unload, and watch until it is gone.</summary>
internal sealed class Retirement(StatusBoard board, ShelfOptions options, TimeProvider clock, ILogger<Retirement> log)
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = [];

    /// <summary>Ends when every version that is on its way out is out or was given up.</summary>
    public Task AllAsync() => Task.WhenAll(_underWay.Keys);

    public void Begin(LoadedVersion old, PluginState end, string? why = null)
    {
        board.Note(old.Version, why is null ? PluginState.Draining : end, why);
        var task = SeeOutAsync(old, end, why);
        _underWay.TryAdd(task, 0);
        task.ContinueWith(t => _underWay.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task SeeOutAsync(LoadedVersion old, PluginState end, string? why)
    {
        var cutOff = await old.DrainAsync();
        var started = clock.GetTimestamp();
        var trace = await old.UnloadAsync();
        var gone = await PluginTrace.IsGoneAsync(trace, options.UnloadFor, clock);
        var leaving = clock.GetElapsedTime(started);
        log.LogInformation(
            "{Plugin} left in {Leaving}: {CutOff} calls cut off, out of memory: {Gone}.", old.Version, leaving, cutOff, gone);
        if (gone || why is not null)
            board.Note(old.Version, end, why, cutOff, leaving);
        else
            board.NoteLingering(old.Version, trace, cutOff, leaving);
    }
}
