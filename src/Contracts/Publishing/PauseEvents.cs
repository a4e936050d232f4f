using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Publishing;

/// <summary>Nothing is published any more: on one channel, or on any.</summary>
/// <param name="PauseId">The pause.</param>
/// <param name="ChannelId">The channel; null for all of them.</param>
/// <param name="Why">What staff read.</param>
[Family(Family.Configured)]
public sealed record PublishingPaused(long PauseId, long? ChannelId, string Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"publishing-pause:{PauseId}";
}

/// <summary>Publishing goes on.</summary>
/// <param name="PauseId">The pause.</param>
/// <param name="ChannelId">The channel; null for all of them.</param>
[Family(Family.Configured)]
public sealed record PublishingResumed(long PauseId, long? ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"publishing-pause:{PauseId}";
}

/// <summary>A member of staff has taken note that a channel was paused because its outcomes were unknown again and again.</summary>
/// <param name="PauseId">The pause.</param>
[Family(Family.Altered)]
public sealed record PauseAcknowledged(long PauseId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"publishing-pause:{PauseId}";
}
