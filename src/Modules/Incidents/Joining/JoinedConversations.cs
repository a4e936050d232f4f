namespace PoliceSocial.Incidents.Joining;

/// <summary>The conversations that incidents consist of.</summary>
internal sealed class JoinedConversations(Store<IncidentsModule> store, IncidentLog log, Ids ids)
{
    public static readonly Statement<JoinedRow> OfIncident = Statement.Of<JoinedRow>(
        """
        SELECT Id, IncidentId, ConversationId, ContactId, FirstContactAt, ReceivedAt, JoinedAt, JoinedBy, Reason, SplitAt, SplitBy, SplitReason
        FROM incidents.JoinedConversation WHERE IncidentId = @incidentId ORDER BY Id
        """);

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.JoinedConversation
            (Id, IncidentId, ConversationId, ContactId, FirstContactAt, ReceivedAt, JoinedAt, JoinedBy, Reason)
        SELECT @id, @incidentId, @conversationId, @contactId, @firstContactAt, @receivedAt, @joinedAt, @joinedBy, @reason
        WHERE NOT EXISTS (
            SELECT 1 FROM incidents.JoinedConversation WHERE IncidentId = @incidentId AND ConversationId = @conversationId AND SplitAt IS NULL)
        """);

    public Task<IReadOnlyList<JoinedRow>> OfAsync(long incidentId, CancellationToken ct) => store.QueryAsync(OfIncident, new { incidentId }, ct);

    /// <summary>Joins a conversation with its entry and event; false where it is joined already.</summary>
    public async Task<bool> AddAsync(Session session, long incidentId, ConversationFacts conversation, string? reason, CancellationToken ct)
    {
        var row = new
        {
            id = ids.New(),
            incidentId,
            conversationId = conversation.Id,
            contactId = conversation.ContactId,
            firstContactAt = conversation.FirstContactAt,
            receivedAt = conversation.ReceivedAt,
            joinedAt = session.Act.At,
            joinedBy = session.Act.Actor.Id,
            reason,
        };
        if (await session.ExecuteAsync(Insert, row, ct) == 0)
            return false;
        await log.AddAsync(session, incidentId, Moment.Joined, conversation.Id, reason, ct);
        session.Raise(new ConversationJoined(incidentId, conversation.Id, conversation.ContactId, conversation.FirstContactAt));
        return true;
    }
}

/// <summary>A conversation of an incident as it is stored.</summary>
internal sealed record JoinedRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required long ConversationId { get; init; }

    public required long ContactId { get; init; }

    public required DateTimeOffset FirstContactAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public required long JoinedBy { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? SplitAt { get; init; }

    public long? SplitBy { get; init; }

    public string? SplitReason { get; init; }
}
