using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;

namespace PoliceSocial.Channels.Connect;

/// <summary>Gives a channel the sign-in of an attempt that the network accepted for the same account: same channel, same history.</summary>
internal sealed class ReconnectChannel(Store<ChannelsModule> store, Vault vault, Wirings wirings, ChannelBook book, Pulses pulses, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.reconnect-channel");

    /// <summary>A pause that somebody ordered stays: signing in again does not end it.</summary>
    public static readonly Statement Renew = Statement.Of(
        """
        UPDATE channels.Channel
        SET State = @state, StateSince = @since, StateWhy = @why, Settings = @settings, Handle = @handle, Revision = Revision + 1, Version = Version + 1
        WHERE Id = @id AND Version = @version AND AccountId = @accountId
        """);

    public async Task<ReconnectOutcome> RunAsync(Act act, AttemptRow attempt, CancellationToken ct)
    {
        var page = await book.OpenAsync(ct);
        if (attempt.ReconnectsId is not { } id || page.Find(id) is not { } channel || attempt.ExpiresAt <= clock.GetUtcNow())
            return ReconnectOutcome.Expired;

        var paused = channel.Row.State == ChannelState.Paused;
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(AttemptRow.Remove, new { id = attempt.Id }, ct) == 0)
            return ReconnectOutcome.Expired;
        var renewed = await session.ExecuteAsync(Renew, new
        {
            id,
            version = channel.Row.Version,
            accountId = attempt.AccountId,
            settings = attempt.Settings,
            handle = attempt.Handle,
            state = paused ? ChannelState.Paused : ChannelState.Connected,
            since = paused ? channel.Row.StateSince : clock.GetUtcNow(),
            why = paused ? channel.Row.StateWhy : null,
        }, ct);
        if (renewed == 0)
            return ReconnectOutcome.ChangedMeanwhile;
        await MoveSecretsAsync(session, attempt.Id, id, ct);
        session.Raise(new ChannelReconnected(id, channel.Row.AccountId, NewCredential: true));
        foreach (var alarm in page.AlarmsOf(id).Where(a => a.Kind is not ChannelAlarmKind.Quiet))
            await KeepAlarms.EndAsync(session, alarm, clock.GetUtcNow(), ct);
        await session.CommitAsync(ct);
        book.Forget();
        await wirings.ForgetTrialAsync(attempt.Connector, attempt.Id);
        (await pulses.OfAsync(id, CancellationToken.None)).StartAnew(attempt.CredentialExpires);
        return ReconnectOutcome.Reconnected;
    }

    private async Task MoveSecretsAsync(Session session, long from, long to, CancellationToken ct)
    {
        await session.ExecuteAsync(Vault.RemoveAll, new { ownerId = to }, ct);
        foreach (var name in await Vault.NamesAsync(session, from, ct))
            await vault.PutAsync(session, to, name, await vault.FindAsync(session, from, name, ct), ct);
        await session.ExecuteAsync(Vault.RemoveAll, new { ownerId = from }, ct);
    }
}

/// <summary>What came of it.</summary>
internal enum ReconnectOutcome
{
    Reconnected,
    Expired,
    ChangedMeanwhile,
}
