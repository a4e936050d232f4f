using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>
/// Checks the ledger's end when the service starts and every hour after, and recalls what the last verification found wrong, until
/// another one finds it whole or somebody decides about it.
/// </summary>
internal sealed class SelfCheck(CheckTail check, Store<AuditModule> store, RaiseLedgerAlarm alarm, TimeProvider clock, ILogger<SelfCheck> log) : BackgroundService
{
    public const string TailWrong = "tail-wrong";
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Checks now.</summary>
    public async Task RoundAsync(CancellationToken ct)
    {
        if (await check.HandleAsync(ct) is { } wrong)
            await alarm.HandleAsync(TailWrong, $"{wrong.What} Keep the database as it is, and have the whole ledger verified.", ct);
        else
            alarm.Well(TailWrong);
        if ((await store.QueryAsync(VerificationStatements.LatestEnded, new { take = 1 }, ct)).SingleOrDefault()?.What is { } found)
            await alarm.RecallAsync(VerifyingService.FoundWrong, found, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The ledger could not check itself; it tries again in an hour.");
            }

            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
