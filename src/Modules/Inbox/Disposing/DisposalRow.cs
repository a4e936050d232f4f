using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Disposing;

/// <summary>What was erased of a conversation, or of one message of it: what staff are shown in its place.</summary>
internal sealed record DisposalRow
{
    private const string Columns = "Id, ConversationId, MessageId, ClassCode, Rationale, DecidedBy, ConfirmedBy, RowsErased, FilesErased, At";

    public static readonly Statement<DisposalRow> OfConversation = Statement.Of<DisposalRow>(
        $"SELECT {Columns} FROM inbox.Disposal WHERE ConversationId = @conversationId ORDER BY Id");

    public static readonly Statement<DisposalRow> Load = Statement.Of<DisposalRow>(
        $"SELECT {Columns} FROM inbox.Disposal WHERE ConversationId = @conversationId AND Id = @id");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.Disposal ({Columns})
        VALUES (@Id, @ConversationId, @MessageId, @ClassCode, @Rationale, @DecidedBy, @ConfirmedBy, @RowsErased, @FilesErased, @At)
        """);

    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public long? MessageId { get; init; }

    public required string ClassCode { get; init; }

    public required string Rationale { get; init; }

    public required long DecidedBy { get; init; }

    public required long ConfirmedBy { get; init; }

    public required int RowsErased { get; init; }

    public required int FilesErased { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Does it tell of a message of this id, which we had by then?</summary>
    public bool Covers(long messageId, DateTimeOffset receivedAt) => MessageId == messageId || (MessageId is null && receivedAt <= At);
}
