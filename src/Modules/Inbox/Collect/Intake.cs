using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// Takes pages from all channels and stores them, many in one transaction where they wait together: what is acknowledged is
/// durable, and a flush to disk is shared.
/// </summary>
internal sealed class Intake(Store<InboxModule> store, IntakeBatch batch, ActFactory acts, Ids ids, TimeProvider clock, ILogger<Intake> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("inbox.capture");
    private const int ItemsInOneTransaction = 100;
    private const int Attempts = 3;

    private readonly Channel<Taking> _waiting = Channel.CreateBounded<Taking>(new BoundedChannelOptions(256) { SingleReader = true });

    /// <summary>Stores a page; ends when it is durable, with how many of its items were new.</summary>
    public Task<int> TakeAsync(ChannelSummary channel, CollectedPage page, CancellationToken ct) =>
        TakeAsync(Taking.Of(channel, page, clock.GetUtcNow(), ids, ItemsInOneTransaction), ct);

    /// <summary>Stores one item, and leaves the place where the channel goes on as it is.</summary>
    public Task<int> TakeAloneAsync(ChannelSummary channel, CollectedItem item, IReadOnlyList<Exchange> exchanges, CancellationToken ct) =>
        TakeAsync(Taking.Alone(channel, item, exchanges, clock.GetUtcNow(), ids), ct);

    private async Task<int> TakeAsync(IEnumerable<Taking> parts, CancellationToken ct)
    {
        var stored = 0;
        foreach (var taking in parts)
        {
            await _waiting.Writer.WriteAsync(taking, ct);
            stored += await taking.Stored.Task.WaitAsync(ct);
        }

        return stored;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var together = new List<Taking>();
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                together.Clear();
                var items = 0;
                while (items < ItemsInOneTransaction && _waiting.Reader.TryRead(out var taking))
                {
                    together.Add(taking);
                    items += taking.Arrivals.Count;
                }

                await StoreAsync(together, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The intake stopped; what was not stored is fetched again.");
        }
    }

    private async Task StoreAsync(List<Taking> together, CancellationToken ct)
    {
        try
        {
            var counts = await TryStoreAsync(together, ct);
            for (var i = 0; i < together.Count; i++)
                together[i].Stored.TrySetResult(counts[i]);
        }
        catch (Exception e) when (e is not OperationCanceledException && together.Count > 1)
        {
            // One page that cannot be stored must not hold up the others.
            log.LogWarning(e, "{Pages} pages could not be stored together; each is tried alone.", together.Count);
            foreach (var one in together)
                await StoreAsync([one], ct);
        }
        catch (Exception e)
        {
            together.ForEach(t => t.Stored.TrySetException(e));
        }
    }

    private async Task<int[]> TryStoreAsync(List<Taking> together, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
            var result = await batch.ApplyAsync(session, together, ct);
            if (result is { } counts)
            {
                await session.CommitAsync(ct);
                return counts;
            }

            if (attempt == Attempts)
                throw new InvalidOperationException("The conversations of a page were changed by others again and again while it was stored.");
        }
    }
}
