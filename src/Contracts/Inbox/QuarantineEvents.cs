using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Something that reached us could not be stored with the rest, however often it was tried; its bytes are kept aside.</summary>
/// <param name="QuarantinedId">What is kept.</param>
/// <param name="ChannelId">The channel it came by.</param>
/// <param name="RawSha256">SHA-256 of the bytes as received, base64.</param>
/// <param name="ReceivedAt">When it reached us.</param>
[Family(Family.Collected)]
public sealed record ItemQuarantined(long QuarantinedId, long ChannelId, string RawSha256, DateTimeOffset ReceivedAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"quarantine:{ChannelId}";
}

/// <summary>Something kept aside has come to an end: it is stored after all, or a person read it and set it aside.</summary>
/// <param name="QuarantinedId">What was kept.</param>
/// <param name="ChannelId">The channel it came by.</param>
/// <param name="Stored">True where it is in the inbox now.</param>
/// <param name="Left">How many of the channel still wait.</param>
[Family(Family.Altered)]
public sealed record QuarantineSettled(long QuarantinedId, long ChannelId, bool Stored, int Left) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"quarantine:{ChannelId}";
}

/// <summary>The bytes of something kept aside were shown to somebody.</summary>
/// <param name="QuarantinedId">What is kept.</param>
/// <param name="ChannelId">The channel it came by.</param>
[Family(Family.Consulted)]
public sealed record QuarantineViewed(long QuarantinedId, long ChannelId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"quarantine:{ChannelId}";
}
