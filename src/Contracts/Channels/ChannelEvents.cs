using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Channels;

/// <summary>An account is connected; collecting from it begins.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Connector">The connector's plugin; the same for ever.</param>
/// <param name="AccountId">The network's identifier of the account; the same for ever.</param>
/// <param name="Rehearsal">True where all that comes from it is an exercise; the same for ever.</param>
[Family(Family.Configured)]
public sealed record ChannelConnected(long ChannelId, string Connector, string AccountId, bool Rehearsal) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Somebody asked the network whether a channel works.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Works">True where it does.</param>
/// <param name="Why">What staff read where it does not.</param>
[Family(Family.Operated)]
public sealed record ChannelTested(long ChannelId, bool Works, string? Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Staff stopped a channel for a while.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">Their reason.</param>
[Family(Family.Configured)]
public sealed record ChannelPaused(long ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Staff let a channel go on.</summary>
/// <param name="ChannelId">The channel.</param>
[Family(Family.Configured)]
public sealed record ChannelResumed(long ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>Staff ended a channel. Its secrets are erased, its history stays for ever.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Why">Their reason.</param>
/// <param name="SecretNames">Which secrets were erased.</param>
[Family(Family.Configured)]
public sealed record ChannelDisconnected(long ChannelId, string Why, IReadOnlyList<string> SecretNames) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>The network takes a channel's credential again: the same account, the same history.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="AccountId">The account, unchanged.</param>
/// <param name="NewCredential">True where somebody signed in anew, false where a test found the stored credential accepted again.</param>
[Family(Family.Configured)]
public sealed record ChannelReconnected(long ChannelId, string AccountId, bool NewCredential) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>What staff decide about a channel was changed.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Name">What the force calls it.</param>
/// <param name="TeamId">The team whose work its messages become, or null.</param>
/// <param name="RepliesNeedApproval">Whether a second person approves each reply.</param>
/// <param name="PurposeNeeded">Whether opening a contact's history asks what for.</param>
/// <param name="QuietAfterMinutes">After how long a silence it raises an alarm; null where that is learned or never.</param>
[Family(Family.Configured)]
public sealed record ChannelChanged(
    long ChannelId, string Name, long? TeamId, bool RepliesNeedApproval, bool PurposeNeeded, int? QuietAfterMinutes) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}

/// <summary>The network says that the account has another handle now.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Handle">The new handle, without a leading @.</param>
[Family(Family.Operated)]
public sealed record ChannelHandleChanged(long ChannelId, string Handle) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}
