using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Loads and saves what goes out about alarms.</summary>
internal static class AlarmCallStatements
{
    private const string Columns =
        "Id, Way, Addresses, StepName, Rehearsal, Test, State, CreatedAt, DueAt, Attempts, AttemptedAt, EndedAt, Problem, NotedAt, NotedBy";

    public static readonly Statement<AlarmCallRow> Pending = Statement.Of<AlarmCallRow>(
        $"SELECT {Columns} FROM inbox.AlarmCall WHERE State < 3 AND DueAt <= @now ORDER BY DueAt, Id");

    public static readonly Statement<AlarmCallRow> Newest = Statement.Paged<AlarmCallRow>($"SELECT {Columns} FROM inbox.AlarmCall ORDER BY Id DESC");

    public static readonly Statement<AlarmCallRow> Load = Statement.Of<AlarmCallRow>($"SELECT {Columns} FROM inbox.AlarmCall WHERE Id = @id");

    /// <summary>The newest call to the same place: an alarm joins it while it waits, and what follows keeps its distance.</summary>
    public static readonly Statement<AlarmCallRow> LastTo = Statement.Paged<AlarmCallRow>(
        $"SELECT {Columns} FROM inbox.AlarmCall WHERE Way = @way AND Addresses = @addresses AND Rehearsal = @rehearsal AND Test = @test ORDER BY Id DESC");

    public static readonly Statement<AlarmCallRow> Troubled = Statement.Paged<AlarmCallRow>(
        $"SELECT {Columns} FROM inbox.AlarmCall WHERE Problem IS NOT NULL AND NotedAt IS NULL ORDER BY Id DESC");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.AlarmCall ({Columns})
        VALUES (@Id, @Way, @Addresses, @StepName, @Rehearsal, @Test, @State, @CreatedAt, @DueAt, @Attempts, @AttemptedAt, @EndedAt, @Problem,
            @NotedAt, @NotedBy)
        """);

    /// <summary>Saves where a call stands; changes nothing where another hand was on it meanwhile.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE inbox.AlarmCall
        SET State = @State, DueAt = @DueAt, Attempts = @Attempts, AttemptedAt = @AttemptedAt, EndedAt = @EndedAt, Problem = @Problem
        WHERE Id = @Id AND State = @was AND Attempts = @attemptsBefore
        """);

    public static readonly Statement Note = Statement.Of(
        "UPDATE inbox.AlarmCall SET NotedAt = @at, NotedBy = @personId WHERE Id = @id AND Problem IS NOT NULL AND NotedAt IS NULL");

    public static readonly Statement About = Statement.Of(
        """
        INSERT INTO inbox.AlarmCallAbout (CallId, EscalationId)
        SELECT @callId, @escalationId
        WHERE NOT EXISTS (SELECT 1 FROM inbox.AlarmCallAbout WHERE CallId = @callId AND EscalationId = @escalationId)
        """);

    /// <summary>The alarms of a call that still stand.</summary>
    public static readonly Statement<StandingRow> Standing = Statement.Of<StandingRow>(
        """
        SELECT e.ConversationId, e.RaisedAt
        FROM inbox.AlarmCallAbout AS a JOIN inbox.Escalation AS e ON e.Id = a.EscalationId
        WHERE a.CallId = @callId AND e.EndedAt IS NULL
        ORDER BY e.RaisedAt, e.Id
        """);

    internal sealed record StandingRow
    {
        public required long ConversationId { get; init; }

        public required DateTimeOffset RaisedAt { get; init; }
    }
}
