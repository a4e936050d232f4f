using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Stops a channel for a while: nothing is collected or published, nothing is forgotten.</summary>
internal sealed class PauseChannel(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.pause-channel");

    public async Task<StateOutcome> RunAsync(Person person, Channel channel, string? reason, CancellationToken ct)
    {
        if (!channel.CoveredBy(person, ChannelPermissions.Manage))
            return StateOutcome.NotAllowed;
        if (string.IsNullOrWhiteSpace(reason))
            return StateOutcome.NeedsAReason;

        var why = reason.Trim().ToSentence();
        var page = await book.OpenAsync(ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind, why), ct);
        if (await session.MoveAsync(channel, ChannelState.Paused, why, clock.GetUtcNow(), [ChannelState.Connected], ct) == 0)
            return StateOutcome.NotNow;
        session.Raise(new ChannelPaused(channel.Id, why));
        await session.EndAlarmsAsync(page, channel.Id, clock.GetUtcNow(), ct);
        await session.CommitAsync(ct);
        book.Forget();
        return StateOutcome.Done;
    }
}
