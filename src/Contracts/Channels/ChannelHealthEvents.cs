using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Channels;

/// <summary>The network no longer takes a channel's credential. Nothing is collected or published until somebody signs in again.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Operated)]
public sealed record ChannelLostCredential(long ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Nothing has come from a channel for longer than is usual for it.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Since">When something last came.</param>
/// <param name="ThresholdMinutes">How long a silence is usual.</param>
[Family(Family.Operated)]
public sealed record ChannelWentQuiet(long ChannelId, DateTimeOffset Since, int ThresholdMinutes) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>A channel's network cannot be reached or understood.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Since">When it last answered.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Operated)]
public sealed record ChannelWentDown(long ChannelId, DateTimeOffset Since, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>A channel's credential stops working soon unless a person renews it.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Expires">When.</param>
/// <param name="WithinADay">True where it is less than 24 hours off.</param>
[Family(Family.Operated)]
public sealed record ChannelCredentialExpiring(long ChannelId, DateTimeOffset Expires, bool WithinADay) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Something that came by a channel cannot be stored in the queue.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Since">Since when.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Operated)]
public sealed record ChannelCannotStore(long ChannelId, DateTimeOffset Since, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>What an alarm told of is over.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="AlarmId">The alarm that ended.</param>
/// <param name="Kind">What it told of.</param>
[Family(Family.Operated)]
public sealed record ChannelIsWell(long ChannelId, long AlarmId, ChannelAlarmKind Kind) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Messages of a stretch of time may have been missed: the network no longer has what lay in it.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="From">The last time that is certainly covered.</param>
/// <param name="To">The first time that is covered again.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Operated)]
public sealed record ChannelGapNoticed(long ChannelId, DateTimeOffset From, DateTimeOffset To, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Somebody has seen an alarm and looks after it. It stays listed until the channel is well.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="AlarmId">The alarm.</param>
[Family(Family.Operated)]
public sealed record ChannelAlarmAcknowledged(long ChannelId, long AlarmId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}
