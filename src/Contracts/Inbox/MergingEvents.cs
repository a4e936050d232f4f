using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Somebody decided that two contacts are one person.</summary>
/// <param name="MergingId">The decision.</param>
/// <param name="FirstId">One contact.</param>
/// <param name="SecondId">The other.</param>
/// <param name="AcrossNetworks">True where they are on different networks.</param>
[Family(Family.Combined)]
public sealed record ContactsMerged(long MergingId, long FirstId, long SecondId, bool AcrossNetworks) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{FirstId}";
}

/// <summary>Somebody took back the decision that two contacts are one person.</summary>
/// <param name="MergingId">The decision.</param>
/// <param name="FirstId">One contact.</param>
/// <param name="SecondId">The other.</param>
[Family(Family.Combined)]
public sealed record ContactsParted(long MergingId, long FirstId, long SecondId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{FirstId}";
}

/// <summary>Contacts were looked for by their handle, to decide whether they are the same person.</summary>
/// <param name="ContactId">The contact that another was looked for.</param>
/// <param name="Found">Those that were shown.</param>
[Family(Family.Consulted, ChangesNothing = true)]
public sealed record ContactsSearched(long ContactId, IReadOnlyList<long> Found) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{ContactId}";
}
