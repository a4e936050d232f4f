namespace PoliceSocial.Incidents.Tasking;

/// <summary>How far a task has come.</summary>
internal enum TaskState
{
    Open = 1,
    Done = 2,
    Cancelled = 3,
}

/// <summary>A task as it is stored.</summary>
internal sealed record TaskRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required long OwnerId { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required TaskState State { get; init; }

    public required long CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long? EndedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Outcome { get; init; }

    /// <summary>When the alarm was raised, or null.</summary>
    public DateTimeOffset? AlarmAt { get; init; }

    public long? NotedBy { get; init; }

    public DateTimeOffset? NotedAt { get; init; }
}
