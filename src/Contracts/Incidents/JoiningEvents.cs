using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>A conversation became part of an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ContactId">Who wrote.</param>
/// <param name="FirstContactAt">When they first wrote.</param>
[Family(Family.Combined)]
public sealed record ConversationJoined(long IncidentId, long ConversationId, long ContactId, DateTimeOffset FirstContactAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A conversation is no longer part of an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ContactId">Who wrote.</param>
[Family(Family.Combined)]
public sealed record ConversationSplit(long IncidentId, long ConversationId, long ContactId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A person, place or vehicle was put on an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="PartyId">The person, place or vehicle.</param>
/// <param name="Kind">Person, Place or Vehicle.</param>
/// <param name="Roles">The part they play.</param>
/// <param name="Markers">What to take care of.</param>
/// <param name="ContactId">The contact that a member of staff said it is, or null.</param>
[Family(Family.Altered)]
public sealed record PartyInvolved(
    long IncidentId, long PartyId, string Kind, IReadOnlyList<string> Roles, IReadOnlyList<string> Markers, long? ContactId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A person, place or vehicle was taken off an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="PartyId">The person, place or vehicle.</param>
[Family(Family.Altered)]
public sealed record PartyRemoved(long IncidentId, long PartyId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>Two of the people, places and vehicles of an incident were linked.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="LinkId">The link.</param>
/// <param name="FromId">One.</param>
/// <param name="ToId">The other.</param>
/// <param name="Kind">How.</param>
[Family(Family.Combined)]
public sealed record PartiesLinked(long IncidentId, long LinkId, long FromId, long ToId, string Kind) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A link between people, places and vehicles was taken away.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="LinkId">The link.</param>
[Family(Family.Combined)]
public sealed record PartiesUnlinked(long IncidentId, long LinkId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}
