using Quartz;

namespace PoliceSocial.Channels.Watch;

/// <summary>Runs the sweep every 15 seconds, never two at once.</summary>
[DisallowConcurrentExecution]
internal sealed class HealthSweepJob(HealthSweep sweep) : IJob
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sweep.RunAsync(cancellationToken);
}
