using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Lend;

/// <summary>Lends connectors, holds callers back where the network asked for it, and notes what each call shows.</summary>
internal sealed class ConnectorLines(
    ChannelBook book, Pulses pulses, Wirings wirings, IShelf shelf, NoticeOutcome notice, TimeProvider clock) : IConnectorLines
{
    public async Task<Outcome<T>> UseAsync<TCapability, T>(
        long channelId, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class
    {
        if ((await book.OpenAsync(ct)).Find(channelId) is not { } channel)
            return new Outcome<T>.Refused("There is no such channel.");
        return channel.WhyNotInUse is { } why
            ? new Outcome<T>.Refused(why)
            : await TryAsync(channel, use, ct);
    }

    /// <summary>Uses a channel's connector whatever the channel's state: for tests and heartbeats. What the network asked for still holds.</summary>
    public async Task<Outcome<T>> TryAsync<TCapability, T>(
        Channel channel, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class
    {
        if (shelf.FindActive(channel.Row.Connector) is { } manifest && manifest.Rehearsal != channel.Row.Rehearsal)
            return new Outcome<T>.Refused(WhyOtherNature(channel));

        // What is not of the SDK was worked out by the plugin (a text's length): no network was asked, so none is held back or praised.
        if (typeof(T).Assembly != typeof(IConnector).Assembly)
            return await shelf.UseAsync(channel.Row.Connector, await wirings.OfAsync(channel, ct), use, ct);

        var pulse = await pulses.OfAsync(channel.Id, ct);
        switch (pulse.Enter(clock.GetUtcNow()))
        {
            case Entry.Go go:
                try
                {
                    var outcome = await shelf.UseAsync(channel.Row.Connector, await wirings.OfAsync(channel, ct), use, ct);
                    return await notice.RunAsync(channel, pulse, outcome, ct);
                }
                finally
                {
                    pulse.Leave(go);
                }

            case Entry.Wait wait:
                return new Outcome<T>.Retry(wait.For, wait.Why);
            default:
                throw new InvalidOperationException("An entry is either now or later.");
        }
    }

    private static string WhyOtherNature(Channel channel) => channel.Row.Rehearsal
        ? $"{channel.Name} is a rehearsal for ever, but its plugin now speaks to a real network. Nothing was done; put the earlier plugin back."
        : $"{channel.Name} is a real channel for ever, but its plugin is now a rehearsal. Nothing was done; put the earlier plugin back.";
}
