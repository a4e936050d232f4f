using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>Somebody has seen an alarm and looks after it. It stays listed, with their name, until the channel is well.</summary>
internal sealed class AcknowledgeAlarm(Store<ChannelsModule> store, ChannelBook book, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.acknowledge-alarm");

    public static readonly Statement Acknowledge = Statement.Of(
        """
        UPDATE channels.Alarm SET AcknowledgedBy = @personId, AcknowledgedAt = @at
        WHERE Id = @id AND EndedAt IS NULL AND AcknowledgedBy IS NULL
        """);

    public async Task<AcknowledgeOutcome> RunAsync(Person person, long alarmId, CancellationToken ct)
    {
        var page = await book.OpenAsync(ct);
        if (page.Alarms.FirstOrDefault(a => a.Id == alarmId) is not { } alarm || page.Find(alarm.ChannelId) is not { } channel)
            return AcknowledgeOutcome.Over;
        if (!channel.CoveredBy(person, ChannelPermissions.Acknowledge) && !channel.CoveredBy(person, ChannelPermissions.Manage))
            return AcknowledgeOutcome.NotAllowed;

        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var changed = await session.ExecuteAsync(Acknowledge, new { id = alarmId, personId = person.Id, at = clock.GetUtcNow() }, ct);
        if (changed == 0)
            return AcknowledgeOutcome.SomebodyElseHas;
        session.Raise(new ChannelAlarmAcknowledged(channel.Id, alarmId));
        await session.CommitAsync(ct);
        book.Forget();
        return AcknowledgeOutcome.Acknowledged;
    }
}

/// <summary>What came of acknowledging.</summary>
internal enum AcknowledgeOutcome
{
    Acknowledged,
    SomebodyElseHas,
    Over,
    NotAllowed,
}
