using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Raises an alarm, once each, for hand-overs that were not delivered or not answered within the time of their destination.</summary>
internal sealed class RaiseLateHandovers(
    Store<IncidentsModule> store, HandoverBook book, Destinations destinations, ActFactory acts, TimeProvider clock, ILogger<RaiseLateHandovers> log) : BackgroundService
{
    public static readonly ActKind Kind = new("incidents.raise-late-handovers");
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var to in destinations.All)
        {
            var late = await store.QueryAsync(HandoverStatements.Undelivered, new
            {
                waiting = HandoverState.Waiting,
                destination = to.Key,
                before = now - TimeSpan.FromMinutes(to.DeliverWithinMinutes),
                take = 100,
            }, ct);
            var silent = to.AnswerWithinMinutes == 0 ? [] : await store.QueryAsync(HandoverStatements.Unacknowledged, new
            {
                delivered = HandoverState.Delivered,
                answer = Purpose.Answer,
                destination = to.Key,
                before = now - TimeSpan.FromMinutes(to.AnswerWithinMinutes),
                take = 100,
            }, ct);
            foreach (var handover in late.Concat(silent))
                await book.ChangeAsync(acts.ByService(Kind), handover.Id, h => h.State == handover.State ? h.Alarm(to.Name, now) : null, ct);
        }
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
                log.LogError(e, "It could not be told whether hand-overs are overdue; it is looked again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
