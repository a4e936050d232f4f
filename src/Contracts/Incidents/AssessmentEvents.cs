using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>An assessment was recorded.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="IncidentId">The incident; null where the conversation became none.</param>
/// <param name="ConversationId">The conversation, where it is of no incident.</param>
/// <param name="Edition">Which of its incident's or conversation's assessments it is.</param>
/// <param name="AnswersSha256">SHA-256 of its answers, base64.</param>
[Family(Family.Altered)]
public sealed record AssessmentRecorded(
    long AssessmentId, long? IncidentId, long? ConversationId, int Edition, string AnswersSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId is { } incident ? $"incident:{incident}" : $"conversation:{ConversationId}";
}

/// <summary>A decision was logged with its grounds.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="GroundsSha256">SHA-256 of its grounds, base64.</param>
[Family(Family.Altered)]
public sealed record DecisionLogged(long IncidentId, long DecisionId, string GroundsSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A fact or an opinion was noted on an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="NoteId">The note.</param>
/// <param name="Opinion">True where it is an opinion.</param>
[Family(Family.Altered)]
public sealed record FactNoted(long IncidentId, long NoteId, bool Opinion) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>Advice that was given was recorded.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="NoteId">The note of it.</param>
[Family(Family.Altered)]
public sealed record AdviceGiven(long IncidentId, long NoteId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}
