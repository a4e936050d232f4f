using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Channels.Watch;

/// <summary>A channel's health in a word or two, with what it means and the icon that says so without colour.</summary>
internal sealed record HealthWord(string Words, string Meaning, string Icon)
{
    public static HealthWord Of(Channel channel, Reading reading, IReadOnlyList<AlarmRow> alarms, DateTimeOffset now) => channel.Row.State switch
    {
        ChannelState.Disconnected => new("Disconnected", "neutral", "close"),
        ChannelState.Paused => new("Paused", "info", "pause"),
        ChannelState.NeedsReconnecting => new("Sign-in lost", "risk", "risk"),
        ChannelState.Connected when alarms.Any(a => a.Kind == ChannelAlarmKind.Down) => new("Down", "risk", "risk"),
        ChannelState.Connected when alarms.Any(a => a.Kind == ChannelAlarmKind.CannotStore) => new("Not stored", "risk", "risk"),
        ChannelState.Connected when alarms.Any(a => a.Kind == ChannelAlarmKind.KeptAside) => new("A message is kept aside", "warning", "warning"),
        ChannelState.Connected when alarms.Any(a => a.Kind == ChannelAlarmKind.Gap) => new("Messages may be missing", "warning", "warning"),
        ChannelState.Connected when alarms.FirstOrDefault(a => a.Kind == ChannelAlarmKind.Quiet) is { } quiet =>
            new($"Quiet since {ForceTime.Words(quiet.Since)}", "warning", "warning"),
        ChannelState.Connected when reading.Health.RetryAt > now => new($"Waiting until {ForceTime.Clock(reading.Health.RetryAt.Value)}", "info", "clock"),
        ChannelState.Connected => new("Well", "success", "success"),
        _ => throw new InvalidOperationException("A channel is in one of its states."),
    };
}
