using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Access;

/// <summary>A team was added.</summary>
/// <param name="TeamId">The team.</param>
[Family(Family.Configured)]
public sealed record TeamAdded(long TeamId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"team:{TeamId}";
}

/// <summary>A team's name, members or channels were changed.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="MemberIds">Its members now.</param>
/// <param name="ChannelIds">Its channels now.</param>
[Family(Family.Configured)]
public sealed record TeamChanged(long TeamId, IReadOnlyList<long> MemberIds, IReadOnlyList<long> ChannelIds) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"team:{TeamId}";
}

/// <summary>A team was closed; its members lost what they had through it.</summary>
/// <param name="TeamId">The team.</param>
[Family(Family.Configured)]
public sealed record TeamClosed(long TeamId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"team:{TeamId}";
}
