using System.Globalization;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Serving.Frame;

/// <summary>Puts what is wrong with channels into the alarm bar of every page, and counts it for the frame's pill.</summary>
internal sealed class ChannelAlarmBar(IChannelAlarms alarms) : IAlarmSource, IChannelHealth
{
    private const string Channel = "channel";

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        if (!person.Grants.Allows("channels.read"))
            return [];
        return [.. (await alarms.CurrentAsync(ct)).Where(a => a.Urgent && a.AcknowledgedBy is null).Select(ToAlarm)];
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct) =>
        alarm.NumberOf(Channel) is { } id ? (await alarms.CurrentAsync(ct)).FirstOrDefault(a => a.Id == id)?.AcknowledgedBy : null;

    public async Task<(int Quiet, int Down)> CountAsync(CancellationToken ct)
    {
        var current = await alarms.CurrentAsync(ct);
        var down = current.Where(a => a.Kind is ChannelAlarmKind.Down or ChannelAlarmKind.SignInLost or ChannelAlarmKind.CannotStore).Select(a => a.ChannelId).ToHashSet();
        return (current.Where(a => a.Kind == ChannelAlarmKind.Quiet && !down.Contains(a.ChannelId)).DistinctBy(a => a.ChannelId).Count(), down.Count);
    }

    private static RaisedAlarm ToAlarm(ChannelAlarm alarm)
    {
        var id = alarm.Id.ToString(CultureInfo.InvariantCulture);
        var channel = alarm.ChannelId.ToString(CultureInfo.InvariantCulture);
        return new($"{Channel}-{id}", $"{alarm.ChannelName}: {alarm.Why}", $"/channels/{channel}", alarm.Since, $"/channels/alarms/{id}/acknowledge");
    }
}
