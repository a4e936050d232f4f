using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>Loads and saves judgements.</summary>
internal static class JudgementStatements
{
    private const string Columns =
        """
        MessageId, ConversationId, MessageVersion, Model, Urgency, Grade, Danger, Likelihood, Threshold, Language, Reasons, JudgedAt, Decision,
        DecidedGrade, DecidedBy, DecidedAt, Why, IncidentId
        """;

    public static readonly Statement<JudgementRow> Load = Statement.Of<JudgementRow>(
        $"SELECT {Columns} FROM inbox.Judgement WHERE MessageId = @messageId");

    /// <summary>Of some conversations, oldest first.</summary>
    public static readonly Statement<JudgementRow> OfConversations = Statement.Of<JudgementRow>(
        $"SELECT {Columns} FROM inbox.Judgement WHERE ConversationId IN @ids ORDER BY MessageId");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.Judgement ({Columns})
        VALUES (@MessageId, @ConversationId, @MessageVersion, @Model, @Urgency, @Grade, @Danger, @Likelihood, @Threshold, @Language, @Reasons,
            @JudgedAt, @Decision, @DecidedGrade, @DecidedBy, @DecidedAt, @Why, @IncidentId)
        """);

    /// <summary>A later version of the message is judged anew, and a person decides anew.</summary>
    public static readonly Statement Replace = Statement.Of(
        """
        UPDATE inbox.Judgement
        SET MessageVersion = @MessageVersion, Model = @Model, Urgency = @Urgency, Grade = @Grade, Danger = @Danger, Likelihood = @Likelihood,
            Threshold = @Threshold, Language = @Language, Reasons = @Reasons, JudgedAt = @JudgedAt, Decision = @Decision, DecidedGrade = @DecidedGrade,
            DecidedBy = @DecidedBy, DecidedAt = @DecidedAt, Why = @Why, IncidentId = @IncidentId
        WHERE MessageId = @MessageId
        """);

    public static readonly Statement Decide = Statement.Of(
        """
        UPDATE inbox.Judgement
        SET Decision = @Decision, DecidedGrade = @DecidedGrade, DecidedBy = @DecidedBy, DecidedAt = @DecidedAt, Why = @Why, IncidentId = @IncidentId
        WHERE MessageId = @MessageId
        """);
}
