using PoliceSocial.Channels.Model;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Channels.Watch;

/// <summary>The channel's alarm stands while something that came by it is kept aside and waits for a person.</summary>
internal sealed class WhenQuarantined(Ids ids, ChannelBook book, TimeProvider clock) : IHear<ItemQuarantined>, IHear<QuarantineSettled>
{
    private const string Why =
        "A message that came by it could not be stored in the queue. Its bytes are kept: read it under Inbox, Kept aside, and deal with it there.";

    public async Task HearAsync(ItemQuarantined happened, Session session, CancellationToken ct)
    {
        var row = new { id = ids.New(), channelId = happened.ChannelId, kind = ChannelAlarmKind.KeptAside, since = happened.ReceivedAt, why = Why };
        if (await session.ExecuteAsync(AlarmRow.Raise, row, ct) > 0)
            session.Raise(new ChannelCannotStore(happened.ChannelId, happened.ReceivedAt, Why));
        book.Forget();
    }

    public async Task HearAsync(QuarantineSettled happened, Session session, CancellationToken ct)
    {
        if (happened.Left > 0)
            return;
        foreach (var alarm in (await session.QueryAsync(AlarmRow.Open, null, ct)).Where(a => a.ChannelId == happened.ChannelId && a.Kind == ChannelAlarmKind.KeptAside))
            await KeepAlarms.EndAsync(session, alarm, clock.GetUtcNow(), ct);
        book.Forget();
    }
}
