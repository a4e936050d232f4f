using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>Somebody asked that an incident be handed over; nothing has left yet.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who gets it.</param>
/// <param name="Purpose">HandOver, Transfer, or Answer: ours to what another force offered.</param>
/// <param name="DocumentSha256">SHA-256 of the document, base64.</param>
[Family(Family.Altered)]
public sealed record HandoverAsked(long IncidentId, long HandoverId, string Destination, string Purpose, string DocumentSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>The document is being delivered; it may arrive.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who gets it.</param>
/// <param name="Attempt">Which attempt it is.</param>
[Family(Family.Disclosed)]
public sealed record HandoverAttempted(long IncidentId, long HandoverId, string Destination, int Attempt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>The document arrived.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who got it.</param>
/// <param name="DocumentSha256">SHA-256 of the document, base64.</param>
[Family(Family.Disclosed)]
public sealed record IncidentHandedOver(long IncidentId, long HandoverId, string Destination, string DocumentSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>It may not have arrived; it is delivered again.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who gets it.</param>
/// <param name="NotBefore">When, at the earliest.</param>
[Family(Family.Operated)]
public sealed record HandoverPutOff(long IncidentId, long HandoverId, string Destination, DateTimeOffset NotBefore) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>It could not be delivered; a person decides.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who was to get it.</param>
[Family(Family.Operated)]
public sealed record HandoverFailed(long IncidentId, long HandoverId, string Destination) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>The other side said whether it takes the incident.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who answered.</param>
/// <param name="Accepted">True where they take it.</param>
/// <param name="Reference">Their reference, or null.</param>
[Family(Family.Altered)]
public sealed record HandoverAnswered(long IncidentId, long HandoverId, string Destination, bool Accepted, string? Reference) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>A person lets a hand-over that failed be tried again.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who gets it.</param>
[Family(Family.Altered)]
public sealed record HandoverRetried(long IncidentId, long HandoverId, string Destination) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>A person gave a hand-over up.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who was to get it.</param>
[Family(Family.Altered)]
public sealed record HandoverGivenUp(long IncidentId, long HandoverId, string Destination) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}
