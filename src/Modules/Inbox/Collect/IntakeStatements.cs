using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Collect;

/// <summary>The statements by which a batch of arrivals is stored.</summary>
internal static class IntakeStatements
{
    private const string MessageColumns =
        """
        Id, MessageKey, ConversationId, ContactId, Kind, Text, Language, NetworkId, InReplyTo, Permalink, ReplyHandle, NetworkTime,
        ReceivedAt, Versions, DeletedAt
        """;

    private const string ContactColumns = "Id, ContactKey, Connector, NetworkId, Handle, DisplayName, Rehearsal, FirstSeenAt";

    public static readonly Statement<byte[]> KnownItems = Statement.Of<byte[]>(
        "SELECT ItemKey FROM inbox.CapturedItem WHERE MessageId IN @messages");

    public static readonly Statement<MessageRow> Messages = Statement.Of<MessageRow>(
        $"SELECT {MessageColumns} FROM inbox.Message WHERE MessageKey IN @keys");

    public static readonly Statement<ContactRow> Contacts = Statement.Of<ContactRow>(
        $"SELECT {ContactColumns} FROM inbox.Contact WHERE ContactKey IN @keys");

    public static readonly Statement<long?> FirstItemOf = Statement.Of<long?>(
        "SELECT MIN(Id) AS Id FROM inbox.CapturedItem WHERE MessageId = @messageId");

    public static readonly Statement InsertItem = Statement.Of(
        """
        INSERT INTO inbox.CapturedItem (Id, ItemKey, ChannelId, MessageId, ExchangeId, NetworkId, VersionId, Change, NetworkTime,
            ReceivedAt, RawType, Raw, RawSha256)
        VALUES (@Id, @ItemKey, @ChannelId, @MessageId, @ExchangeId, @NetworkId, @VersionId, @Change, @NetworkTime, @ReceivedAt,
            @RawType, @Raw, @RawSha256)
        """);

    public static readonly Statement InsertMessage = Statement.Of(
        $"""
        INSERT INTO inbox.Message ({MessageColumns})
        VALUES (@Id, @MessageKey, @ConversationId, @ContactId, @Kind, @Text, @Language, @NetworkId, @InReplyTo, @Permalink,
            @ReplyHandle, @NetworkTime, @ReceivedAt, @Versions, @DeletedAt)
        """);

    public static readonly Statement IndexMessages = Statement.Split(
        sqlServer: "RETURN",
        sqlite: "INSERT INTO inbox.MessageText (rowid, Text) SELECT Id, Text FROM inbox.Message WHERE Id IN @messages",
        because: "SQL Server's full-text index follows its table by itself; SQLite's is written to, once for all messages of a batch");

    public static readonly Statement SaveMessageText = Statement.Of(
        "UPDATE inbox.Message SET Text = @Text, ReplyHandle = @ReplyHandle, Versions = @Versions, DeletedAt = @DeletedAt WHERE Id = @Id");

    public static readonly Statement SaveMessage = Statement.Of(
        "UPDATE inbox.Message SET ReplyHandle = @ReplyHandle, Permalink = @Permalink, DeletedAt = @DeletedAt WHERE Id = @Id");

    public static readonly Statement InsertVersion = Statement.Of(
        """
        INSERT INTO inbox.MessageVersion (MessageId, Number, ItemId, Text, NetworkTime, ObservedAt)
        VALUES (@MessageId, @Number, @ItemId, @Text, @NetworkTime, @ObservedAt)
        """);

    public static readonly Statement InsertContact = Statement.Of(
        $"""
        INSERT INTO inbox.Contact ({ContactColumns})
        VALUES (@Id, @ContactKey, @Connector, @NetworkId, @Handle, @DisplayName, @Rehearsal, @FirstSeenAt)
        """);

    public static readonly Statement SaveContact = Statement.Of(
        "UPDATE inbox.Contact SET Handle = @Handle, DisplayName = @DisplayName WHERE Id = @Id");

    public static readonly Statement InsertExchange = Statement.Of(
        """
        INSERT INTO inbox.Exchange (Id, ChannelId, Request, Status, Headers, Sha256, StartedAt, FinishedAt, Frame)
        SELECT @Id, @ChannelId, @Request, @Status, @Headers, @Sha256, @StartedAt, @FinishedAt, @Frame
        WHERE NOT EXISTS (SELECT 1 FROM inbox.Exchange WHERE Id = @Id)
        """);

    public static readonly Statement InsertAttachment = Statement.Of(
        """
        INSERT INTO inbox.Attachment (Id, MessageId, ChannelId, Reference, ClaimedType, ClaimedBytes, AltText, State, Attempts, NextAttemptAt)
        VALUES (@id, @messageId, @channelId, @reference, @claimedType, @claimedBytes, @altText, 1, 0, @nextAttemptAt)
        """);

    public static readonly Statement MovePosition = Statement.Of(
        "UPDATE inbox.CollectPosition SET Next = @next, StoredAt = @storedAt WHERE ChannelId = @channelId");

    public static readonly Statement BeginPosition = Statement.Of(
        """
        INSERT INTO inbox.CollectPosition (ChannelId, Next, StoredAt)
        SELECT @channelId, @next, @storedAt WHERE NOT EXISTS (SELECT 1 FROM inbox.CollectPosition WHERE ChannelId = @channelId)
        """);

    public static readonly Statement<string?> Position = Statement.Of<string?>(
        "SELECT Next FROM inbox.CollectPosition WHERE ChannelId = @channelId");
}
