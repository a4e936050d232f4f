using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;

namespace PoliceSocial.Channels.Lend;

/// <summary>The network no longer takes a channel's credential: stops using it and raises the alarm, once.</summary>
internal sealed class LoseCredential(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.lose-credential");

    /// <summary>Only the credential that was refused: somebody may have signed in anew while the call was under way.</summary>
    public static readonly Statement Lose = Statement.Of(
        """
        UPDATE channels.Channel SET State = @lost, StateSince = @at, StateWhy = @why, Version = Version + 1
        WHERE Id = @id AND Revision = @revision AND State = @connected
        """);

    public async Task RunAsync(Channel channel, string why, CancellationToken ct)
    {
        why = why.ToSentence();
        var at = clock.GetUtcNow();
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var changed = await session.ExecuteAsync(Lose, new
        {
            id = channel.Id,
            revision = channel.Row.Revision,
            at,
            why,
            lost = ChannelState.NeedsReconnecting,
            connected = ChannelState.Connected,
        }, ct);
        if (changed == 0)
            return;
        await session.ExecuteAsync(
            AlarmRow.Raise, new { id = ids.New(), channelId = channel.Id, kind = ChannelAlarmKind.SignInLost, since = at, why }, ct);
        session.Raise(new ChannelLostCredential(channel.Id, why));
        await session.CommitAsync(ct);
        book.Forget();
    }
}
