using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Channels.Lend;

/// <summary>Has the signs of health written down every five seconds, and once more when the service stops.</summary>
internal sealed class HealthWriter(WriteHealth write, TimeProvider clock, ILogger<HealthWriter> log) : BackgroundService
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await write.RunAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await write.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The channels' signs of health could not be written down; they stay in memory and are tried again.");
            }
        }
    }
}
