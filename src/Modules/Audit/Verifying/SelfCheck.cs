using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Audit.Alarms;

namespace PoliceSocial.Audit.Verifying;

/// <summary>Checks the ledger's end when the service starts and every hour after.</summary>
internal sealed class SelfCheck(CheckTail check, RaiseLedgerAlarm alarm, TimeProvider clock, ILogger<SelfCheck> log) : BackgroundService
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
