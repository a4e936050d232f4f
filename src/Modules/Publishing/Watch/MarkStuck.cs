using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Publishing.Deleting;

namespace PoliceSocial.Publishing.Watch;

/// <summary>
/// Raises an alarm, once each, for what has not come to an end in good time, so that nothing stays stuck unseen. What waits
/// because people or the service paused publishing is not stuck: the pause itself is shown.
/// </summary>
internal sealed class MarkStuck(
    Store<PublishingModule> store, DeliveryBook book, DeletionBook deletions, ActFactory acts, TimeProvider clock, ILogger<MarkStuck> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("publishing.mark-stuck");
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private static readonly Statement<long> LateDeliveries = Statement.Of<long>(
        """
        SELECT d.Id FROM publishing.Delivery AS d
        WHERE d.StuckAt IS NULL AND (
            (d.State = @unknown AND d.StateSince <= @unknownSince)
            OR (d.State = @attempting AND d.IntendedAt <= @openSince)
            OR (d.State = @intended AND d.IntendedAt <= @openSince AND NOT EXISTS (
                SELECT 1 FROM publishing.Pause AS p WHERE p.ResumedAt IS NULL AND (p.ChannelId IS NULL OR p.ChannelId = d.ChannelId))))
        ORDER BY d.Id
        """);

    private static readonly Statement<long> LateDeletions = Statement.Of<long>(
        """
        SELECT Id FROM publishing.Deletion
        WHERE StuckAt IS NULL AND State IN (@intended, @attempting, @unknown) AND AskedAt <= @openSince
        ORDER BY Id
        """);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var args = new
        {
            intended = DeliveryState.Intended,
            attempting = DeliveryState.Attempting,
            unknown = DeliveryState.OutcomeUnknown,
            openSince = now - Patience.BeforeAlarm,
            unknownSince = now - Patience.BeforeAlarmWhenUnknown,
        };
        foreach (var id in await store.QueryAsync(LateDeliveries, args, ct))
            await book.ChangeAsync(acts.ByService(Kind), id, d => d.Stick(now), ct);
        foreach (var id in await store.QueryAsync(LateDeletions, new { args.intended, args.attempting, args.unknown, args.openSince }, ct))
            await deletions.ChangeAsync(acts.ByService(Kind), id, d => d.Stick(now), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "It could not be told whether deliveries are stuck; it is looked again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
