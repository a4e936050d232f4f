using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>
/// Carries events from each outbox to everybody who hears them: one line for each pair of listener and publisher, woken by
/// commits of this process and by the clock for those of others. Also trims what everybody has heard.
/// </summary>
internal sealed class Pump(
    Schemas schemas, IServiceProvider services, Commits commits, TimeProvider clock, PumpHealth health, ILogger<Pump> log)
    : BackgroundService
{
    /// <summary>So many at a time: whoever waits to write gets in between.</summary>
    private const int TrimAtOnce = 500;
    private static readonly TimeSpan TrimEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Handlers are resolved here, not injected: a handler may need what is registered after the platform.
        var lines = Lines();
        Action<string, IReadOnlyList<IEvent>> wake = (schema, events) =>
        {
            foreach (var line in lines.Where(l => l.Publisher.Name == schema))
                line.Wake(events);
        };
        commits.Committed += wake;
        try
        {
            await Task.WhenAll([.. lines.Select(l => l.RunAsync(stoppingToken)), TrimAsync(lines, stoppingToken)]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The pump stopped; events not yet heard stay in their outboxes.");
        }
        finally
        {
            commits.Committed -= wake;
            lines.ForEach(l => l.Dispose());
        }
    }

    private List<PumpLine> Lines()
    {
        var typed = services.GetServices<Ear>().GroupBy(e => (e.Listener, e.Publisher))
            .Where(g => schemas.Has(g.Key.Publisher))
            .Select(g => new PumpLine(
                schemas.Of(g.Key.Listener), schemas.Of(g.Key.Publisher), new HearTyped([.. g]), clock, health, log));
        var all = services.GetServices<EarForAll>().SelectMany(e => schemas.All.Select(publisher => new PumpLine(
            schemas.Of(e.Listener), publisher, new HearEverything(publisher.Name, e.Handler), clock, health, log)));
        var many = services.GetServices<EarForMany>().Where(e => schemas.Has(e.Publisher)).Select(e => new PumpLine(
            schemas.Of(e.Listener), schemas.Of(e.Publisher), e.Batch(), clock, health, log, e.Position));
        return [.. typed, .. all, .. many];
    }

    private async Task TrimAsync(List<PumpLine> lines, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(TrimEvery, clock, ct);
            foreach (var group in lines.GroupBy(l => l.Publisher))
            {
                var until = group.Min(l => l.Kept);
                if (until <= 0)
                    continue;
                try
                {
                    int trimmed;
                    do
                        trimmed = await TrimAsync(group.Key, until, ct);
                    while (trimmed == TrimAtOnce);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogWarning(e, "The outbox of {Schema} could not be trimmed; it is tried again.", group.Key.Name);
                }
            }
        }
    }

    private static async Task<int> TrimAsync(Schema schema, long until, CancellationToken ct)
    {
        await using var session = await schema.BeginBookkeepingAsync("everybody has heard these events", ct);
        var trimmed = await session.ExecuteAsync(OutboxStatements.For(schema.Name).Trim, new { until, take = TrimAtOnce }, ct);
        await session.CommitAsync(ct);
        return trimmed;
    }
}
