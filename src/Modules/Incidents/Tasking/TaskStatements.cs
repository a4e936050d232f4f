namespace PoliceSocial.Incidents.Tasking;

/// <summary>Loads and stores tasks.</summary>
internal static class TaskStatements
{
    public const string Columns =
        "Id, IncidentId, Kind, Title, OwnerId, DueAt, State, CreatedBy, CreatedAt, EndedBy, EndedAt, Outcome, AlarmAt, NotedBy, NotedAt";

    public static readonly Statement<TaskRow> Load = Statement.Of<TaskRow>($"SELECT {Columns} FROM incidents.Task WHERE Id = @id");

    public static readonly Statement<TaskRow> OfIncident = Statement.Of<TaskRow>(
        $"SELECT {Columns} FROM incidents.Task WHERE IncidentId = @incidentId ORDER BY State, DueAt, Id");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO incidents.Task ({Columns})
        VALUES (@Id, @IncidentId, @Kind, @Title, @OwnerId, @DueAt, @State, @CreatedBy, @CreatedAt, @EndedBy, @EndedAt, @Outcome, @AlarmAt, @NotedBy, @NotedAt)
        """);

    /// <summary>Saves what can change; the incident's version guards it.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE incidents.Task
        SET OwnerId = @OwnerId, DueAt = @DueAt, State = @State, EndedBy = @EndedBy, EndedAt = @EndedAt, Outcome = @Outcome, AlarmAt = @AlarmAt,
            NotedBy = @NotedBy, NotedAt = @NotedAt
        WHERE Id = @Id
        """);
}
