using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Fills the review queue once a day, and when the service starts.</summary>
internal sealed class FillDaily(FillReviews fill, TimeProvider clock, ILogger<FillDaily> log) : BackgroundService
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Daily;
            try
            {
                await fill.FillAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "What is due for review could not be looked up; it is tried again.");
                wait = AfterTrouble;
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
