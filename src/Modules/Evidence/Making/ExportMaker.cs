using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Evidence.Making;

/// <summary>Makes exports one after the other in the background. What was being made when the service stopped is made anew first.</summary>
internal sealed class ExportMaker(Store<EvidenceModule> store, MakeExport make, ExportQueue queue, ILogger<ExportMaker> log) : BackgroundService
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    /// <summary>Makes the next one; false where none waits.</summary>
    public async Task<bool> NextAsync(CancellationToken ct)
    {
        if ((await store.QueryAsync(ExportStatements.Unfinished, new { ended = (int)ExportState.Ready, take = 1 }, ct)) is not [var next])
            return false;
        await make.HandleAsync(next, ct);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await NextAsync(stoppingToken))
                    await queue.RungAsync(AtMost, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // It is taken up after the next start.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LogError(e, "An export ended before it was done; it is tried again, three times at most.");
                await queue.RungAsync(AtMost, stoppingToken);
            }
        }
    }
}
