using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>Raises an alarm for what has become wrong with a channel, and ends those that are over.</summary>
internal sealed class KeepAlarms(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.watch-health");

    public async Task RunAsync(Channel channel, IReadOnlyList<AlarmRow> open, IReadOnlyList<Trouble> troubles, TimeSpan? quietAfter, DateTimeOffset? expires, CancellationToken ct)
    {
        var begun = troubles.Where(t => open.All(a => a.Kind != t.Kind)).ToList();
        var over = open.Where(a => IsOver(channel, a, troubles)).ToList();
        if (begun.Count == 0 && over.Count == 0)
            return;

        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var changed = 0;
        foreach (var trouble in begun)
            changed += await RaiseAsync(session, channel, trouble, quietAfter, expires, ct);
        foreach (var alarm in over)
            changed += await EndAsync(session, alarm, clock.GetUtcNow(), ct);
        if (changed == 0)
            return;
        await session.CommitAsync(ct);
        book.Forget();
    }

    /// <summary>Ends an alarm in the session of whatever ended it.</summary>
    public static async Task<int> EndAsync(Session session, AlarmRow alarm, DateTimeOffset at, CancellationToken ct)
    {
        var ended = await session.ExecuteAsync(AlarmRow.End, new { id = alarm.Id, at }, ct);
        if (ended > 0)
            session.Raise(new ChannelIsWell(alarm.ChannelId, alarm.Id, alarm.Kind));
        return ended;
    }

    private static bool IsOver(Channel channel, AlarmRow alarm, IReadOnlyList<Trouble> troubles) => alarm.Kind switch
    {
        ChannelAlarmKind.SignInLost => channel.Row.State != ChannelState.NeedsReconnecting,

        // Whoever stores the messages ends these.
        ChannelAlarmKind.CannotStore or ChannelAlarmKind.KeptAside => channel.Row.State == ChannelState.Disconnected && alarm.Kind == ChannelAlarmKind.CannotStore,

        // A gap is past: it alarms until somebody has taken note of it, and stays in the channel's list for ever.
        ChannelAlarmKind.Gap => alarm.AcknowledgedBy is not null,
        _ => troubles.All(t => t.Kind != alarm.Kind),
    };

    private async Task<int> RaiseAsync(Session session, Channel channel, Trouble trouble, TimeSpan? quietAfter, DateTimeOffset? expires, CancellationToken ct)
    {
        var why = trouble.Why.ToSentence();
        var row = new { id = ids.New(), channelId = channel.Id, kind = trouble.Kind, since = trouble.Since, why };
        if (await session.ExecuteAsync(AlarmRow.Raise, row, ct) == 0)
            return 0;
        session.Raise(trouble.Kind switch
        {
            ChannelAlarmKind.Quiet => new ChannelWentQuiet(channel.Id, trouble.Since, (int)(quietAfter?.TotalMinutes ?? 0)),
            ChannelAlarmKind.Down => new ChannelWentDown(channel.Id, trouble.Since, why),
            ChannelAlarmKind.SignInExpiring => new ChannelCredentialExpiring(channel.Id, expires ?? trouble.Since, false),
            ChannelAlarmKind.SignInExpiringToday => new ChannelCredentialExpiring(channel.Id, expires ?? trouble.Since, true),
            ChannelAlarmKind.SignInLost or ChannelAlarmKind.CannotStore or ChannelAlarmKind.KeptAside or ChannelAlarmKind.Gap =>
                throw new InvalidOperationException($"{trouble.Kind} is raised by what met it."),
        });
        return 1;
    }
}
