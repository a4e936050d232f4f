using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>A task was given to somebody.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Kind">What sort.</param>
/// <param name="OwnerId">Who does it.</param>
/// <param name="DueAt">By when.</param>
[Family(Family.Altered)]
public sealed record TaskSet(long IncidentId, long TaskId, string Kind, long OwnerId, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A task is done, or no longer needed.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Done">True where it was done, false where it was cancelled.</param>
[Family(Family.Altered)]
public sealed record TaskEnded(long IncidentId, long TaskId, bool Done) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A task has another owner or deadline.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="TaskId">The task.</param>
/// <param name="FromId">Who had it.</param>
/// <param name="ToId">Who has it.</param>
/// <param name="DueAt">By when.</param>
[Family(Family.Altered)]
public sealed record TaskPassed(long IncidentId, long TaskId, long FromId, long ToId, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>A task was not done in time; an alarm stands until somebody takes note.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="TaskId">The task.</param>
/// <param name="OwnerId">Who has it.</param>
/// <param name="DueAt">By when it was to be done.</param>
[Family(Family.Operated)]
public sealed record TaskOverdue(long IncidentId, long TaskId, long OwnerId, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>Somebody took note of an overdue task.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="TaskId">The task.</param>
[Family(Family.Altered)]
public sealed record TaskAlarmNoted(long IncidentId, long TaskId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}
