using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Replying;

/// <summary>Loads and saves replies.</summary>
internal static class ReplyStatements
{
    private const string Columns =
        """
        Id, ConversationId, ChannelId, AuthorId, Audience, ToMessageId, Text, State, DecidedBy, Reason, WrittenAt, SentAt, NetworkId,
        Permalink, Version
        """;

    public static readonly Statement<ReplyRow> Load = Statement.Of<ReplyRow>($"SELECT {Columns} FROM inbox.Reply WHERE Id = @id");

    public static readonly Statement<ReplyRow> OfConversation = Statement.Of<ReplyRow>(
        $"SELECT {Columns} FROM inbox.Reply WHERE ConversationId = @conversationId ORDER BY Id");

    public static readonly Statement<ReplyRow> InState = Statement.Paged<ReplyRow>(
        $"SELECT {Columns} FROM inbox.Reply WHERE State = @state ORDER BY Id");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.Reply ({Columns})
        VALUES (@Id, @ConversationId, @ChannelId, @AuthorId, @Audience, @ToMessageId, @Text, @State, @DecidedBy, @Reason, @WrittenAt,
            @SentAt, @NetworkId, @Permalink, @Version)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else saved since the row was loaded.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE inbox.Reply
        SET State = @State, DecidedBy = @DecidedBy, Reason = @Reason, SentAt = @SentAt, NetworkId = @NetworkId, Permalink = @Permalink,
            Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
