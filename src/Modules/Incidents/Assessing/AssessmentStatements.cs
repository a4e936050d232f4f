namespace PoliceSocial.Incidents.Assessing;

/// <summary>Loads and stores assessments; a stored one is never changed.</summary>
internal static class AssessmentStatements
{
    private const string Columns = "Id, IncidentId, ConversationId, Number, Answers, Rationale, AuthorId, At";

    public static readonly Statement<AssessmentRow> OfIncident = Statement.Of<AssessmentRow>(
        $"SELECT {Columns} FROM incidents.Assessment WHERE IncidentId = @incidentId ORDER BY Id DESC");

    public static readonly Statement<AssessmentRow> LatestOfIncident = Statement.Paged<AssessmentRow>(
        $"SELECT {Columns} FROM incidents.Assessment WHERE IncidentId = @incidentId ORDER BY Id DESC");

    public static readonly Statement<AssessmentRow> LatestOfConversation = Statement.Paged<AssessmentRow>(
        $"SELECT {Columns} FROM incidents.Assessment WHERE ConversationId = @conversationId ORDER BY Id DESC");

    /// <summary>The newest assessment that covers a conversation: its own, or that of an incident it is part of.</summary>
    public static readonly Statement<AssessmentRow> LatestCovering = Statement.Paged<AssessmentRow>(
        $"""
        SELECT {Columns} FROM incidents.Assessment
        WHERE ConversationId = @conversationId OR IncidentId IN (
            SELECT IncidentId FROM incidents.JoinedConversation WHERE ConversationId = @conversationId AND SplitAt IS NULL)
        ORDER BY Id DESC
        """);

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO incidents.Assessment ({Columns})
        VALUES (@Id, @IncidentId, @ConversationId, @Number, @Answers, @Rationale, @AuthorId, @At)
        """);
}

/// <summary>An assessment as it is stored.</summary>
internal sealed record AssessmentRow
{
    public required long Id { get; init; }

    public long? IncidentId { get; init; }

    public long? ConversationId { get; init; }

    /// <summary>Which of its incident's or conversation's assessments it is, from one.</summary>
    public required int Number { get; init; }

    public required string Answers { get; init; }

    public required string Rationale { get; init; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset At { get; init; }
}
