using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>Answers what is wrong with channels now.</summary>
internal sealed class ChannelAlarms(ChannelBook book) : IChannelAlarms
{
    public async Task<IReadOnlyList<ChannelAlarm>> CurrentAsync(CancellationToken ct)
    {
        var page = await book.OpenAsync(ct);
        return [.. page.Alarms.Select(a => Of(a, page.Find(a.ChannelId))).OfType<ChannelAlarm>()];
    }

    private static ChannelAlarm? Of(AlarmRow alarm, Channel? channel) => channel is null
        ? null
        : new(
            alarm.Id, alarm.ChannelId, channel.Name, channel.Row.TeamId, alarm.Kind, alarm.Kind != ChannelAlarmKind.SignInExpiring,
            alarm.Since, alarm.Why, alarm.AcknowledgedBy, alarm.AcknowledgedAt);
}
