using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>Something wrong with a channel that the sweep can see.</summary>
internal sealed record Trouble(ChannelAlarmKind Kind, DateTimeOffset Since, string Why);

/// <summary>Says what is wrong with a channel. Pure: the same signs at the same time are the same troubles.</summary>
internal static class Diagnosis
{
    public const int FailuresBeforeDown = 3;
    public static readonly TimeSpan SilenceBeforeDown = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan WeekBefore = TimeSpan.FromDays(7);
    public static readonly TimeSpan DayBefore = TimeSpan.FromHours(24);

    /// <summary>All that is wrong but a lost sign-in, which the call that met it has raised already.</summary>
    public static IReadOnlyList<Trouble> Of(Channel channel, Reading reading, bool pluginGone, DateTimeOffset now)
    {
        if (channel.Row.State != ChannelState.Connected)
            return [];
        return [.. new[] { Down(channel, reading.Health, pluginGone, now), Quiet(channel, reading, now), Expiring(reading.Health, now) }.OfType<Trouble>()];
    }

    /// <summary>After how long a silence the channel is quiet; null where it never is, or not enough is known.</summary>
    public static TimeSpan? QuietAfter(Channel channel, Reading reading) => channel.Row.QuietRule switch
    {
        QuietRule.Fixed => TimeSpan.FromMinutes(channel.Row.QuietMinutes ?? throw new InvalidOperationException("A fixed threshold has minutes.")),
        QuietRule.Learned => reading.Rhythm.AlarmAfter,
        QuietRule.Never => null,
    };

    /// <summary>When something last came; a channel that began or went on since is quiet only from then on.</summary>
    public static DateTimeOffset LastSign(Channel channel, Reading reading) =>
        reading.Health.EventAt is { } at && at > channel.Row.StateSince ? at : channel.Row.StateSince;

    private static Trouble? Down(Channel channel, HealthRow health, bool pluginGone, DateTimeOffset now)
    {
        var since = Later(health.AnsweredAt, channel.Row.StateSince);
        if (pluginGone)
            return new(ChannelAlarmKind.Down, since, $"The plugin '{channel.Row.Connector}' is not in use. The history stays; an administrator must put the plugin back.");
        if (health.Breaks >= Pulse.BreaksBeforeRest)
            return new(ChannelAlarmKind.Down, since, $"The network's answers make no sense: {health.FailedWhy}");
        return health.Failures >= FailuresBeforeDown && now - since >= SilenceBeforeDown
            ? new(ChannelAlarmKind.Down, since, $"The network does not answer: {health.FailedWhy}")
            : null;
    }

    private static Trouble? Quiet(Channel channel, Reading reading, DateTimeOffset now)
    {
        var since = LastSign(channel, reading);
        return QuietAfter(channel, reading) is { } after && now - since > after
            ? new(ChannelAlarmKind.Quiet, since, $"Nothing has come for longer than {Words.Duration(after)}, which is not usual for this channel.")
            : null;
    }

    private static Trouble? Expiring(HealthRow health, DateTimeOffset now)
    {
        if (health.CredentialExpires is not { } expires)
            return null;
        var left = expires - now;
        if (left < DayBefore)
            return new(ChannelAlarmKind.SignInExpiringToday, now, "The sign-in stops working within 24 hours. Sign in again before then, or nothing more comes in or goes out.");
        return left < WeekBefore
            ? new(ChannelAlarmKind.SignInExpiring, now, "The sign-in stops working within seven days. Sign in again before then.")
            : null;
    }

    private static DateTimeOffset Later(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;
}
