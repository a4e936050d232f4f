namespace PoliceSocial.Evidence.Model;

/// <summary>Loads and saves reviews.</summary>
internal static class ReviewStatements
{
    public static readonly Statement<ReviewRow> Load = Statement.Of<ReviewRow>($"SELECT {ReviewRow.Columns} FROM evidence.Review WHERE Id = @id");

    public static readonly Statement<ReviewRow> OfRecords = Statement.Of<ReviewRow>(
        $"SELECT {ReviewRow.Columns} FROM evidence.Review WHERE Kind = @kind AND RecordId IN @ids ORDER BY Id");

    public static readonly Statement<ReviewRow> InState = Statement.Paged<ReviewRow>(
        $"SELECT {ReviewRow.Columns} FROM evidence.Review WHERE State = @state AND Id > @after ORDER BY Id");

    /// <summary>Those of a state that a person may see, those that are due longest first.</summary>
    public static readonly Statement<ReviewRow> Seen = Statement.Paged<ReviewRow>(
        $"""
        SELECT {ReviewRow.Columns} FROM evidence.Review
        WHERE State = @state AND (@everywhere = 1 OR (ChannelId IS NULL AND TeamId IS NULL) OR ChannelId IN @channels OR TeamId IN @teams)
        ORDER BY DueAt, Id
        """);

    public static readonly Statement<int> Count = Statement.Of<int>(
        """
        SELECT COUNT(*) AS N FROM evidence.Review
        WHERE State = @state AND DueAt < @before AND (@everywhere = 1 OR (ChannelId IS NULL AND TeamId IS NULL) OR ChannelId IN @channels OR TeamId IN @teams)
        """);

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO evidence.Review ({ReviewRow.Columns})
        SELECT @Id, @Kind, @RecordId, @Name, @ChannelId, @TeamId, @ClassCode, @Harmless, @DueAt, @FilledAt, @State, @Reasons, @Rationale, @DecidedBy, @DecidedAt,
            @RetainedUntil, @ConfirmedBy, @ConfirmedAt, @EndedAt, @Conversations, @Problem, @Version
        WHERE NOT EXISTS (SELECT 1 FROM evidence.Review WHERE Kind = @Kind AND RecordId = @RecordId AND State <= 3)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else saved since the row was loaded.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE evidence.Review
        SET ClassCode = @ClassCode, Harmless = @Harmless, DueAt = @DueAt, State = @State, Reasons = @Reasons, Rationale = @Rationale, DecidedBy = @DecidedBy,
            DecidedAt = @DecidedAt, RetainedUntil = @RetainedUntil, ConfirmedBy = @ConfirmedBy, ConfirmedAt = @ConfirmedAt, EndedAt = @EndedAt,
            Conversations = @Conversations, Problem = @Problem, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
