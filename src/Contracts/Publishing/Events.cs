using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Publishing;

/// <summary>A delivery's intent is stored; the network has not been called.</summary>
/// <param name="DeliveryId">The delivery; the same id as the reply it was asked for by.</param>
/// <param name="ChannelId">Where it goes.</param>
/// <param name="TextSha256">SHA-256 of the text in hexadecimal: which text, without the text.</param>
[Family(Family.Published)]
public sealed record DeliveryIntended(long DeliveryId, long ChannelId, string TextSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>The network is about to be called, once.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">Where it goes.</param>
[Family(Family.Published)]
public sealed record DeliveryAttempted(long DeliveryId, long ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>The network said that it is published.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">Where it went.</param>
/// <param name="NetworkId">The network's identifier of the post.</param>
/// <param name="Permalink">Its public address, or null.</param>
/// <param name="NetworkTime">When, as the network says.</param>
/// <param name="Reconciled">True where it was found by reading the network back, or a member of staff looked.</param>
/// <param name="ReceiptSha256">SHA-256 of what the network answered, in hexadecimal; null where nothing was kept.</param>
[Family(Family.Published)]
public sealed record DeliverySent(
    long DeliveryId, long ChannelId, string NetworkId, string? Permalink, DateTimeOffset NetworkTime, bool Reconciled,
    string? ReceiptSha256 = null) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>The network said no, or it is certain that nothing was published.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">Where it was to go.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Published)]
public sealed record DeliveryRefused(long DeliveryId, long ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>It may or may not have been published; the network is being read back, and nothing is sent again.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="ChannelId">Where it went, perhaps.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Published)]
public sealed record DeliveryOutcomeUnknown(long DeliveryId, long ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}
