using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>Raises and ends the alarm of a channel whose messages another module cannot store.</summary>
internal sealed class Troubles(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, Ids ids, TimeProvider clock) : IChannelTroubles
{
    public static readonly ActKind Kind = new("channels.note-trouble");

    public async Task CannotStoreAsync(long channelId, string why, CancellationToken ct)
    {
        if ((await book.OpenAsync(ct)).AlarmsOf(channelId).Any(a => a.Kind == ChannelAlarmKind.CannotStore))
            return;
        var since = clock.GetUtcNow();
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var row = new { id = ids.New(), channelId, kind = ChannelAlarmKind.CannotStore, since, why = why.ToSentence() };
        if (await session.ExecuteAsync(AlarmRow.Raise, row, ct) == 0)
            return;
        session.Raise(new ChannelCannotStore(channelId, since, row.why));
        await session.CommitAsync(ct);
        book.Forget();
    }

    public async Task StoresAgainAsync(long channelId, CancellationToken ct)
    {
        if ((await book.OpenAsync(ct)).AlarmsOf(channelId).FirstOrDefault(a => a.Kind == ChannelAlarmKind.CannotStore) is not { } alarm)
            return;
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await KeepAlarms.EndAsync(session, alarm, clock.GetUtcNow(), ct) == 0)
            return;
        await session.CommitAsync(ct);
        book.Forget();
    }
}
