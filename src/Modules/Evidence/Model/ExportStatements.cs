namespace PoliceSocial.Evidence.Model;

/// <summary>Loads and saves exports.</summary>
internal static class ExportStatements
{
    public static readonly Statement<ExportRow> Load = Statement.Of<ExportRow>($"SELECT {ExportRow.Columns} FROM evidence.Export WHERE Id = @id");

    public static readonly Statement<ExportRow> Unfinished = Statement.Paged<ExportRow>(
        $"SELECT {ExportRow.Columns} FROM evidence.Export WHERE State < @ended ORDER BY State DESC, Id");

    public static readonly Statement<ExportRow> Newest = Statement.Paged<ExportRow>(
        $"SELECT {ExportRow.Columns} FROM evidence.Export WHERE Id < @before AND (@recipient IS NULL OR Recipient = @recipient) ORDER BY Id DESC");

    public static readonly Statement<ExportConversationRow> Conversations = Statement.Of<ExportConversationRow>(
        "SELECT ConversationId, ChannelId, TeamId FROM evidence.ExportConversation WHERE ExportId = @exportId ORDER BY ConversationId");

    public static readonly Statement<RedactionRow> Redactions = Statement.Of<RedactionRow>(
        "SELECT Kind, TargetId, Why FROM evidence.Redaction WHERE ExportId = @exportId ORDER BY Kind, TargetId");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO evidence.Export ({ExportRow.Columns})
        VALUES (@Id, @IncidentId, @IncidentChannelId, @IncidentTeamId, @Investigation, @Recipient, @Basis, @Purpose, @WithNotes, @WithSensitive, @AskedBy, @AskedAt, @State, @Attempts, @EndedAt, @Files, @Bytes,
            @Stamps, @Fingerprint, @Problem, @Version)
        """);

    public static readonly Statement InsertConversation = Statement.Of(
        "INSERT INTO evidence.ExportConversation (ExportId, ConversationId, ChannelId, TeamId) VALUES (@exportId, @conversationId, @channelId, @teamId)");

    public static readonly Statement InsertRedaction = Statement.Of(
        "INSERT INTO evidence.Redaction (ExportId, Kind, TargetId, Why) VALUES (@exportId, @kind, @targetId, @why)");

    public static readonly Statement Save = Statement.Of(
        """
        UPDATE evidence.Export
        SET State = @State, Attempts = @Attempts, EndedAt = @EndedAt, Files = @Files, Bytes = @Bytes, Stamps = @Stamps, Fingerprint = @Fingerprint,
            Problem = @Problem, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
