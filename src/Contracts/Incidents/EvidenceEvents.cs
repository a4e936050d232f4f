using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>All that an incident consists of was read for an export, on behalf of a member of staff.</summary>
/// <param name="IncidentId">The incident.</param>
[Family(Family.Consulted)]
public sealed record IncidentReadForEvidence(long IncidentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}
