using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>What an incident held was erased; its number, its times and who did what stay.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="DisposalId">The review that it was erased for.</param>
/// <param name="ClassCode">Under which retention class.</param>
/// <param name="Rows">How many rows lost their content.</param>
/// <param name="DecidedBy">Who decided it.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
[Family(Family.Erased)]
public sealed record IncidentDisposed(long IncidentId, long DisposalId, string ClassCode, int Rows, long DecidedBy, long ConfirmedBy) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>What was assessed of conversations that became no incident was erased with them.</summary>
/// <param name="DisposalId">The review that it was erased for.</param>
/// <param name="Rows">How many assessments.</param>
[Family(Family.Erased)]
public sealed record AssessmentsDisposed(long DisposalId, int Rows) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"disposal:{DisposalId}";
}
