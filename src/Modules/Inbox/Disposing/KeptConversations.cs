using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Disposing;

/// <summary>Tells Evidence which conversations nobody has written in for long.</summary>
internal sealed class KeptConversations(Store<InboxModule> store) : IKeptRecords
{
    private const string Facts = "SELECT c.Id, c.ChannelId, c.TeamId, c.FlaggedAt, c.StartedAt, m.ReceivedAt FROM inbox.Conversation AS c LEFT JOIN inbox.Message AS m ON m.Id = c.LastMessageId";

    /// <summary>What was disposed of counts again where something reached it afterwards.</summary>
    private static readonly Statement<KeptRow> Quiet = Statement.Paged<KeptRow>(
        $"""
        {Facts}
        WHERE c.Id > @after AND c.LastMessageId < @edge AND (
            NOT EXISTS (SELECT 1 FROM inbox.Disposal AS d WHERE d.ConversationId = c.Id AND d.MessageId IS NULL)
            OR EXISTS (
                SELECT 1 FROM inbox.Message AS n JOIN inbox.CapturedItem AS i ON i.MessageId = n.Id
                WHERE n.ConversationId = c.Id AND i.ReceivedAt > (
                    SELECT MAX(e.At) AS At FROM inbox.Disposal AS e WHERE e.ConversationId = c.Id AND e.MessageId IS NULL)))
        ORDER BY c.Id
        """);

    private static readonly Statement<KeptRow> ById = Statement.Of<KeptRow>($"{Facts} WHERE c.Id IN @ids ORDER BY c.Id");

    public RecordKind Kind => RecordKind.Conversation;

    public async Task<IReadOnlyList<KeptRecord>> QuietSinceAsync(DateTimeOffset since, long after, int take, CancellationToken ct) =>
        [.. (await store.QueryAsync(Quiet, new { edge = Ids.At(since), after, take }, ct)).Select(Told)];

    public async Task<IReadOnlyList<KeptRecord>> FindAsync(IReadOnlyList<long> ids, CancellationToken ct) =>
        [.. (await store.QueryAsync(ById, new { ids }, ct)).Select(Told)];

    private static KeptRecord Told(KeptRow row) => new(
        RecordKind.Conversation, row.Id, row.ChannelId, row.TeamId, FormattableString.Invariant($"Conversation {row.Id}"), "", "", row.FlaggedAt is null,
        row.ReceivedAt ?? row.StartedAt, null);
}

/// <summary>A conversation's facts for retention.</summary>
internal sealed record KeptRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }
}
