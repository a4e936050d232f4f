using Microsoft.Extensions.Logging;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// Collects from one channel until it is stopped: asks the network for what came after the last stored page, stores it, asks
/// again. Whatever fails, it goes on from the last stored page.
/// </summary>
internal sealed class CollectingLine(
    IChannels channels, IConnectorLines lines, StorePage storing, Store<InboxModule> store, TimeProvider clock, ILogger<CollectingLine> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public async Task RunAsync(long channelId, CancellationToken ct)
    {
        await Task.Yield();
        var (failures, refusals) = (0, 0);
        var pause = TimeSpan.Zero;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, clock, ct);
                pause = await CollectAsync(channelId, failures, refusals, ct);
                failures = pause > Breath ? failures + 1 : 0;
                refusals = 0;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                refusals++;
                pause = BackOff(++failures);
                log.LogError(e, "Channel {Channel} could not store what it collected; it is fetched again.", channelId);
            }
        }
    }

    private static TimeSpan BackOff(int failures) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 10))));

    /// <summary>Collects one page, and says how long to wait before the next.</summary>
    private async Task<TimeSpan> CollectAsync(long channelId, int failures, int refusals, CancellationToken ct)
    {
        if (await channels.FindAsync(channelId, ct) is not { State: ChannelState.Connected } channel)
            return TimeSpan.FromSeconds(1);
        var after = await store.FindAsync(IntakeStatements.Position, new { channelId }, ct);
        var outcome = await lines.UseAsync<ICollect, CollectedPage>(channelId, (c, token) => c.CollectAsync(after, Patience, token), ct);
        switch (outcome)
        {
            case Outcome<CollectedPage>.Success { Value: var page }:
                if (page.Items.Count > 0 || page.Next != after)
                    await storing.RunAsync(channel, page, refusals, ct);
                return page.More || page.Items.Count > 0 ? TimeSpan.Zero : Breath;
            case Outcome<CollectedPage>.Retry retry:
                return retry.After > Breath ? retry.After : BackOff(failures);
            default:
                // Channels has noted why and raises the alarm; here it is only not asked too often.
                return BackOff(failures);
        }
    }
}
