using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Model;

/// <summary>Loads and saves whole conversations; every use case that changes one goes through here.</summary>
internal static class ConversationStatements
{
    private const string Columns =
        """
        Id, ThreadKey, ChannelId, TeamId, Audience, ContactId, ThreadId, Rehearsal, State, Stage, HolderId, HeldSince, SnoozedUntil, FlaggedAt,
        FlagReasons, AcknowledgedAt, AcknowledgedBy, FirstSeenAt, StartedAt, LastMessageId, LastKind, LastNetworkTime, LastInboundAt,
        LastText, MessageCount, PostNetworkId, PostText, PostAuthor, PostFromChannel, PostPermalink, Version
        """;

    public static readonly Statement<ConversationRow> Load = Statement.Of<ConversationRow>(
        $"SELECT {Columns} FROM inbox.Conversation WHERE Id = @id");

    public static readonly Statement<ConversationRow> LoadByThread = Statement.Of<ConversationRow>(
        $"SELECT {Columns} FROM inbox.Conversation WHERE ThreadKey IN @keys");

    public static readonly Statement<ConversationRow> LoadMany = Statement.Of<ConversationRow>(
        $"SELECT {Columns} FROM inbox.Conversation WHERE Id IN @ids");

    /// <summary>The newest private conversation of a contact on a channel.</summary>
    public static readonly Statement<ConversationRow> NewestPrivate = Statement.Paged<ConversationRow>(
        $"""
        SELECT {Columns} FROM inbox.Conversation
        WHERE ContactId = @contactId AND ChannelId = @channelId AND Audience = @audience
        ORDER BY LastMessageId DESC, Id DESC
        """);

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.Conversation ({Columns})
        VALUES (@Id, @ThreadKey, @ChannelId, @TeamId, @Audience, @ContactId, @ThreadId, @Rehearsal, @State, @Stage, @HolderId, @HeldSince,
            @SnoozedUntil, @FlaggedAt, @FlagReasons, @AcknowledgedAt, @AcknowledgedBy, @FirstSeenAt, @StartedAt, @LastMessageId,
            @LastKind, @LastNetworkTime, @LastInboundAt, @LastText, @MessageCount, @PostNetworkId, @PostText, @PostAuthor,
            @PostFromChannel, @PostPermalink, @Version)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else saved since the row was loaded.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE inbox.Conversation
        SET TeamId = @TeamId, State = @State, Stage = @Stage, HolderId = @HolderId, HeldSince = @HeldSince, SnoozedUntil = @SnoozedUntil,
            FlaggedAt = @FlaggedAt, FlagReasons = @FlagReasons, AcknowledgedAt = @AcknowledgedAt, AcknowledgedBy = @AcknowledgedBy,
            FirstSeenAt = @FirstSeenAt, LastMessageId = @LastMessageId, LastKind = @LastKind, LastNetworkTime = @LastNetworkTime,
            LastInboundAt = @LastInboundAt, LastText = @LastText, MessageCount = @MessageCount, PostText = @PostText, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
