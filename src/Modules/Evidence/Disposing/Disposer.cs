using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Evidence.Disposing;

/// <summary>Carries confirmed disposals out one after the other in the background, and rewrites the files in the night that follows.</summary>
internal sealed class Disposer(DisposeNext next, DisposalSteps steps, DisposalQueue queue, TimeProvider clock, IOptions<EvidenceOptions> options, ILogger<Disposer> log) : BackgroundService
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await next.HandleAsync(stoppingToken))
                    stoppingToken.ThrowIfCancellationRequested();
                if (ForceTime.Local(clock.GetUtcNow()).Hour == options.Value.RewriteHour)
                    await steps.LeaveNoTraceAsync(stoppingToken);
                await queue.RungAsync(AtMost, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // It goes on where it stopped after the next start.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LogError(e, "A disposal ended before it was done; it goes on where it stopped.");
                await Task.Delay(AtMost, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
