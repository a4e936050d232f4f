using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Audit.Alarms;

namespace PoliceSocial.Audit.Verifying;

/// <summary>Runs what was asked for in the background, so that the page can be left. A ledger that is found wrong alarms everybody who reads it.</summary>
internal sealed class VerifyingService(VerifyLedger verify, VerificationProgress progress, RaiseLedgerAlarm alarm, ILogger<VerifyingService> log) : BackgroundService
{
    public const string FoundWrong = "found-wrong";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (act, id) in progress.AskedAsync(stoppingToken))
        {
            try
            {
                var verdict = await verify.RunAsync(act, id, stoppingToken);
                if (verdict.What is { } what)
                    await alarm.HandleAsync(FoundWrong, what, stoppingToken);
                else
                    alarm.Well(FoundWrong);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A verification of the ledger ended before it was done; ask for it again.");
            }
            finally
            {
                progress.End();
            }
        }
    }
}
