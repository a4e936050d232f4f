using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Ends a channel: its secrets are erased at once, its history stays for ever.</summary>
internal sealed class DisconnectChannel(Store<ChannelsModule> store, ChannelBook book, IShelf shelf, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.disconnect-channel");

    public async Task<StateOutcome> RunAsync(Person person, Channel channel, string? reason, CancellationToken ct)
    {
        if (!channel.CoveredBy(person, ChannelPermissions.Manage))
            return StateOutcome.NotAllowed;
        if (string.IsNullOrWhiteSpace(reason))
            return StateOutcome.NeedsAReason;

        var why = reason.Trim().ToSentence();
        var page = await book.OpenAsync(ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind, why), ct);
        var names = await Vault.NamesAsync(session, channel.Id, ct);
        var moved = await session.MoveAsync(
            channel, ChannelState.Disconnected, why, clock.GetUtcNow(),
            [ChannelState.Connected, ChannelState.Paused, ChannelState.NeedsReconnecting], ct);
        if (moved == 0)
            return StateOutcome.NotNow;
        await session.ExecuteAsync(Vault.RemoveAll, new { ownerId = channel.Id }, ct);
        session.Raise(new ChannelDisconnected(channel.Id, why, names));
        await session.EndAlarmsAsync(page, channel.Id, clock.GetUtcNow(), ct);
        await session.CommitAsync(ct);
        book.Forget();
        await shelf.ReleaseAsync(channel.Row.Connector, channel.Id);
        return StateOutcome.Done;
    }
}
