using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Channels.Lend;

/// <summary>Writes down that messages of a stretch of time may have been missed.</summary>
internal sealed class NoticeGaps(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.notice-gap");

    /// <summary>A page that is handed over twice reports its gap twice.</summary>
    public static readonly Statement Add = Statement.Of(
        """
        INSERT INTO channels.Gap (Id, ChannelId, FromAt, ToAt, Why, NoticedAt)
        SELECT @id, @channelId, @fromAt, @toAt, @why, @noticedAt
        WHERE NOT EXISTS (SELECT 1 FROM channels.Gap WHERE ChannelId = @channelId AND FromAt = @fromAt AND ToAt = @toAt)
        """);

    public async Task RunAsync(Pulse pulse, CancellationToken ct)
    {
        var gaps = pulse.Gaps.Take();
        if (gaps.Count == 0)
            return;
        try
        {
            await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
            foreach (var gap in gaps)
                await AddAsync(session, pulse.ChannelId, gap, ct);
            await session.CommitAsync(ct);
            book.Forget();
        }
        catch
        {
            pulse.Gaps.Put(gaps);
            throw;
        }
    }

    private static string Missed(ChannelSign.Gap gap, string why) =>
        $"Messages from {ForceTime.Words(gap.From)} to {ForceTime.Words(gap.To)} may have been missed. {why} Look on the network itself."
            .ToSentence();

    private async Task AddAsync(Session session, long channelId, ChannelSign.Gap gap, CancellationToken ct)
    {
        var why = gap.Why.ToSentence();
        var row = new { id = ids.New(), channelId, fromAt = gap.From, toAt = gap.To, why, noticedAt = clock.GetUtcNow() };
        if (await session.ExecuteAsync(Add, row, ct) == 0)
            return;
        session.Raise(new ChannelGapNoticed(channelId, gap.From, gap.To, why));

        // One that somebody took note of was about an earlier gap.
        await session.ExecuteAsync(AlarmRow.EndAcknowledged, new { channelId, kind = ChannelAlarmKind.Gap, at = row.noticedAt }, ct);
        await session.ExecuteAsync(AlarmRow.Raise, new { id = ids.New(), channelId, kind = ChannelAlarmKind.Gap, since = row.noticedAt, why = Missed(gap, why) }, ct);
    }
}
