using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Publishing;

/// <summary>Nothing happened on the network; the same delivery is tried again, not before a given time.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">What staff read.</param>
/// <param name="NotBefore">When, at the earliest.</param>
[Family(Family.Published)]
public sealed record DeliveryPutOff(long DeliveryId, long ChannelId, string Why, DateTimeOffset NotBefore) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>A delivery has not come to an end in good time; an alarm stands until somebody acknowledges it or it ends. Told once for each delivery.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
[Family(Family.Operated)]
public sealed record DeliveryStuck(long DeliveryId, long ChannelId, string State, DateTimeOffset Since) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>A member of staff has taken note of an alarm about a delivery.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">The channel.</param>
[Family(Family.Altered)]
public sealed record DeliveryAlarmAcknowledged(long DeliveryId, long ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>A delivery was shown to somebody, its text included. Its subject is not the delivery: screens that show one would refresh for ever.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="ConversationId">The conversation it answers in, or null.</param>
[Family(Family.Consulted)]
public sealed record DeliveryViewed(long DeliveryId, long ChannelId, long? ConversationId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery-view:{DeliveryId}";
}
