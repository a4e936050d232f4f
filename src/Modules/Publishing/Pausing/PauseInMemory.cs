namespace PoliceSocial.Publishing.Pausing;

/// <summary>Answers, for the frame of every page, whether everything is paused. Read again at least every two seconds: another host may have paused.</summary>
internal sealed class PauseInMemory(Store<PublishingModule> store, TimeProvider clock) : IPublishingPause
{
    public const string Address = "/publishing/pause";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private Known? _known;

    public async Task<PauseInForce?> CurrentAsync(CancellationToken ct)
    {
        if (Volatile.Read(ref _known) is { } known && clock.GetUtcNow() - known.At < Fresh)
            return known.Pause;
        var at = clock.GetUtcNow();
        var row = (await store.QueryAsync(PauseRow.InForce, null, ct)).FirstOrDefault(p => p.ChannelId is null);
        var pause = row is null ? null : new PauseInForce(row.Id, row.PausedBy, row.PausedAt, row.Reason, Address);
        Volatile.Write(ref _known, new(pause, at));
        return pause;
    }

    public void Forget() => Volatile.Write(ref _known, null);

    private sealed record Known(PauseInForce? Pause, DateTimeOffset At);
}
