using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Lets a paused channel go on from where it stopped.</summary>
internal sealed class ResumeChannel(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.resume-channel");

    public async Task<StateOutcome> RunAsync(Person person, Channel channel, CancellationToken ct)
    {
        if (!channel.CoveredBy(person, ChannelPermissions.Manage))
            return StateOutcome.NotAllowed;

        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.MoveAsync(channel, ChannelState.Connected, null, clock.GetUtcNow(), [ChannelState.Paused], ct) == 0)
            return StateOutcome.NotNow;
        session.Raise(new ChannelResumed(channel.Id));
        await session.CommitAsync(ct);
        book.Forget();
        return StateOutcome.Done;
    }
}
