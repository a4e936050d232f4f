using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Sessions;

/// <summary>
/// Deletes sessions that ended long ago: they hold network addresses and devices, which are kept no longer than the force says. That
/// somebody signed in stays in the ledger.
/// </summary>
internal sealed class ForgetSessions(Store<AccessModule> store, ActFactory acts, IOptions<AccessOptions> options, TimeProvider clock, ILogger<ForgetSessions> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("access.forget-sessions");
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>Deletes what is old enough, and says how many sessions that were.</summary>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepSessionsDays);
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var forgotten = await session.ExecuteAsync(SessionStatements.Forget, new { before }, ct);
        if (forgotten == 0)
            return 0;
        session.Raise(new SessionsForgotten(forgotten, before));
        await session.CommitAsync(ct);
        return forgotten;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HandleAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Old sign-in sessions could not be deleted; it is tried again in six hours.");
            }

            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
