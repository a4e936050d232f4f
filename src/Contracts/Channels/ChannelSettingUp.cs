using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Channels;

/// <summary>Somebody began to connect an account. What they typed is kept, encrypted, until it expires or becomes a channel.</summary>
/// <param name="AttemptId">The attempt; the channel's id if it becomes one.</param>
/// <param name="Connector">The connector's plugin.</param>
/// <param name="ReconnectsChannelId">The channel it is to renew, or null for a new one.</param>
/// <param name="SecretNames">Which secrets were stored; never their values.</param>
[Family(Family.Configured)]
public sealed record ConnectionAttempted(
    long AttemptId, string Connector, long? ReconnectsChannelId, IReadOnlyList<string> SecretNames) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ReconnectsChannelId ?? AttemptId}";
}

/// <summary>The network said whose account an attempt signs in to, or why it does not.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="ReconnectsChannelId">The channel it is to renew, or null.</param>
/// <param name="Accepted">True where the network accepted the sign-in.</param>
/// <param name="AccountId">The network's identifier of the account, where it said so.</param>
/// <param name="Why">What staff read where it was not accepted.</param>
[Family(Family.Configured)]
public sealed record ConnectionTried(
    long AttemptId, long? ReconnectsChannelId, bool Accepted, string? AccountId, string? Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ReconnectsChannelId ?? AttemptId}";
}

/// <summary>Somebody was sent to the network's own sign-in page.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="ReconnectsChannelId">The channel it is to renew, or null.</param>
[Family(Family.Configured)]
public sealed record SignInStarted(long AttemptId, long? ReconnectsChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ReconnectsChannelId ?? AttemptId}";
}

/// <summary>Somebody came back from the network's own sign-in page; the same return is never taken twice.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="ReconnectsChannelId">The channel it is to renew, or null.</param>
[Family(Family.Configured)]
public sealed record SignInReturned(long AttemptId, long? ReconnectsChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ReconnectsChannelId ?? AttemptId}";
}

/// <summary>A secret of a channel was stored or removed: a renewed token, mostly.</summary>
/// <param name="ChannelId">The channel, or the attempt that may become one.</param>
/// <param name="Name">Which secret; never its value.</param>
/// <param name="Removed">True where it was removed.</param>
[Family(Family.Configured)]
public sealed record SecretStored(long ChannelId, string Name, bool Removed) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"channel:{ChannelId}";
}
