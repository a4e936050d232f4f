using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Inbox.Replying;

/// <summary>What the networks allow, read from them and remembered for a while.</summary>
internal sealed class ReplyLimits(IConnectorLines lines, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, (PublishLimits Limits, DateTimeOffset At)> _known = new();

    /// <summary>The limits of a channel; the last known where the network does not answer; null where it never did.</summary>
    public async Task<PublishLimits?> OfAsync(long channelId, CancellationToken ct)
    {
        if (_known.TryGetValue(channelId, out var known) && clock.GetUtcNow() - known.At < Fresh)
            return known.Limits;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Wait);
        try
        {
            if (await lines.UseAsync<IPublish, PublishLimits>(channelId, (c, token) => c.ReadLimitsAsync(token), patience.Token)
                is Outcome<PublishLimits>.Success { Value: var limits })
            {
                _known[channelId] = (limits, clock.GetUtcNow());
                return limits;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The network takes too long; the delivery engine asks it again before it sends.
        }

        return known.Limits;
    }

    /// <summary>A text's length as the channel's network counts it; null where its connector is not to be had.</summary>
    public async Task<int?> CountAsync(long channelId, string text, CancellationToken ct) =>
        await lines.UseAsync<IPublish, int>(
            channelId, (c, _) => Task.FromResult<Outcome<int>>(new Outcome<int>.Success(c.CountLength(text))), ct)
            is Outcome<int>.Success { Value: var length } ? length : null;
}
