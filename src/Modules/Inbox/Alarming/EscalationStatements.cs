using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Loads and saves how far alarms have gone.</summary>
internal static class EscalationStatements
{
    private const string Columns = "Id, ConversationId, RaisedAt, Taken, TakenAt, StepName, Reached, EndedAt";

    public static readonly Statement<EscalationRow> Open = Statement.Of<EscalationRow>(
        $"SELECT {Columns} FROM inbox.Escalation WHERE EndedAt IS NULL ORDER BY RaisedAt, Id");

    public static readonly Statement<EscalationRow> Load = Statement.Of<EscalationRow>($"SELECT {Columns} FROM inbox.Escalation WHERE Id = @id");

    /// <summary>The alarms that stand and are not followed yet.</summary>
    public static readonly Statement<NewAlarmRow> Unfollowed = Statement.Of<NewAlarmRow>(
        """
        SELECT c.Id, c.FlaggedAt FROM inbox.Conversation AS c
        WHERE c.FlaggedAt IS NOT NULL AND c.Stage < 3 AND c.AcknowledgedAt IS NULL
            AND NOT EXISTS (SELECT 1 FROM inbox.Escalation AS e WHERE e.ConversationId = c.Id AND e.EndedAt IS NULL)
        ORDER BY c.FlaggedAt, c.Id
        """);

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.Escalation ({Columns})
        SELECT @Id, @ConversationId, @RaisedAt, @Taken, @TakenAt, @StepName, @Reached, @EndedAt
        WHERE NOT EXISTS (SELECT 1 FROM inbox.Escalation WHERE ConversationId = @ConversationId AND EndedAt IS NULL)
        """);

    /// <summary>Notes that a step is taken; changes nothing where it was taken already or the alarm is over.</summary>
    public static readonly Statement Take = Statement.Of(
        """
        UPDATE inbox.Escalation SET Taken = Taken + 1, TakenAt = @at, StepName = @stepName, Reached = @reached
        WHERE Id = @id AND Taken = @taken AND EndedAt IS NULL
        """);

    public static readonly Statement End = Statement.Of(
        "UPDATE inbox.Escalation SET EndedAt = @at WHERE ConversationId = @conversationId AND EndedAt IS NULL");

    internal sealed record NewAlarmRow
    {
        public required long Id { get; init; }

        public required DateTimeOffset FlaggedAt { get; init; }
    }
}
