using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Bench.Ingest;

/// <summary>Channels that hand over pages side by side, each waiting until its page is durable before it hands over the next.</summary>
internal static class Callers
{
    public static ChannelSummary Channel(int number) =>
        new(number + 1, "loopback", "Loopback network", $"force{number}", $"Channel {number}", ChannelState.Connected, false, false, false, null);

    /// <summary>Hands everything over, and returns when it is stored.</summary>
    public static async Task StoreAsync(Intake intake, List<CollectedItem> items, int callers, int page, CancellationToken ct)
    {
        var share = (items.Count + callers - 1) / callers;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
            async () =>
            {
                var channel = Channel(caller);
                var (end, at) = (Math.Min(items.Count, (caller + 1) * share), caller * share);
                for (; at < end; at += page)
                    await intake.TakeAsync(channel, PageOf(items[at..Math.Min(end, at + page)]), ct);
            }, ct)));
    }

    private static CollectedPage PageOf(List<CollectedItem> items)
    {
        var at = items[^1].NetworkTime;
        return new(items, [new("GET /notifications", 200, "content-type: application/json", new byte[32], at, at)], items[^1].VersionId, true);
    }
}
