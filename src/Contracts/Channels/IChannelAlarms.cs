namespace PoliceSocial.Contracts.Channels;

/// <summary>What is wrong with channels now, for every page to show.</summary>
public interface IChannelAlarms
{
    /// <summary>
    /// All alarms that are not over, the acknowledged ones included, oldest first. Cheap: kept in memory. One is acknowledged by a POST
    /// to <c>/channels/alarms/{id}/acknowledge</c>.
    /// </summary>
    Task<IReadOnlyList<ChannelAlarm>> CurrentAsync(CancellationToken ct);
}

/// <summary>Something wrong with a channel.</summary>
/// <param name="Id">The alarm's id; a screen rings once for each.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="ChannelName">What the force calls it.</param>
/// <param name="TeamId">The team whose work the channel's messages become, or null.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Urgent">True where it rings; a warning only shows.</param>
/// <param name="Since">Since when.</param>
/// <param name="Why">One sentence for staff.</param>
/// <param name="AcknowledgedBy">The person who looks after it, or null where nobody does yet.</param>
/// <param name="AcknowledgedAt">Since when they do.</param>
public sealed record ChannelAlarm(
    long Id, long ChannelId, string ChannelName, long? TeamId, ChannelAlarmKind Kind, bool Urgent, DateTimeOffset Since, string Why,
    long? AcknowledgedBy, DateTimeOffset? AcknowledgedAt);

/// <summary>The things that can be wrong with a channel.</summary>
public enum ChannelAlarmKind
{
    /// <summary>The network no longer takes its credential.</summary>
    SignInLost = 1,

    /// <summary>Its network cannot be reached or understood, or its plugin is gone.</summary>
    Down = 2,

    /// <summary>Nothing has come for longer than is usual.</summary>
    Quiet = 3,

    /// <summary>Its credential stops working in less than seven days.</summary>
    SignInExpiring = 4,

    /// <summary>Its credential stops working in less than 24 hours.</summary>
    SignInExpiringToday = 5,

    /// <summary>What comes from it cannot be stored; it is fetched again until it can be.</summary>
    CannotStore = 6,

    /// <summary>Something that came by it could not be stored in the queue and waits for a person.</summary>
    KeptAside = 7,

    /// <summary>Messages of a stretch of time may have been missed.</summary>
    Gap = 8,
}
