using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Publishing;

/// <summary>A member of staff wants a post of ours gone; the network has not been called.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
[Family(Family.Published)]
public sealed record DeletionIntended(long DeletionId, long DeliveryId, long ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>The network is about to be asked to delete a post of ours.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
[Family(Family.Published)]
public sealed record DeletionAttempted(long DeletionId, long DeliveryId, long ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>Nothing happened on the network, or the post was seen to be there still; deleting it is tried again.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">What staff read.</param>
/// <param name="NotBefore">When, at the earliest.</param>
[Family(Family.Published)]
public sealed record DeletionPutOff(long DeletionId, long DeliveryId, long ChannelId, string Why, DateTimeOffset NotBefore) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>A post of ours is gone from the network.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="At">When.</param>
/// <param name="Reconciled">True where reading the network back showed it.</param>
[Family(Family.Published)]
public sealed record PublishedDeleted(long DeletionId, long DeliveryId, long ChannelId, DateTimeOffset At, bool Reconciled) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>A post of ours stays: the network would not delete it.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Published)]
public sealed record DeletionRefused(long DeletionId, long DeliveryId, long ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>A post of ours may or may not be gone; the network is being read back.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Published)]
public sealed record DeletionOutcomeUnknown(long DeletionId, long DeliveryId, long ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>What the network shows of a post of ours was kept, before it was asked to delete it.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="WasThere">True where the network showed it; false where it was gone already.</param>
/// <param name="Sha256">SHA-256 of what the network answered, in hexadecimal.</param>
[Family(Family.Collected)]
public sealed record PublishedCaptured(long DeletionId, long DeliveryId, long ChannelId, bool WasThere, string Sha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}

/// <summary>What the network shows of a post of ours could not be kept, and a member of staff wants it deleted all the same.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="DeliveryId">The delivery that put it there.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Problem">Why it could not be kept.</param>
/// <param name="Why">Why it must go all the same, in their words.</param>
[Family(Family.Published)]
public sealed record CaptureWaived(long DeletionId, long DeliveryId, long ChannelId, string Problem, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"delivery:{DeliveryId}";
}
