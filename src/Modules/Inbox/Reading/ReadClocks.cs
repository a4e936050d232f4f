using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The times that matter about a conversation, together: from what the network says to the first answer.</summary>
internal sealed class ReadClocks(Store<InboxModule> store)
{
    private static readonly Statement<ConversationClocks> Of = Statement.Of<ConversationClocks>(
        """
        SELECT
            (SELECT MIN(m.NetworkTime) FROM inbox.Message AS m WHERE m.ConversationId = c.Id AND m.ContactId IS NOT NULL) AS WrittenAt,
            (SELECT MIN(m.ReceivedAt) FROM inbox.Message AS m WHERE m.ConversationId = c.Id AND m.ContactId IS NOT NULL) AS ReceivedAt,
            (SELECT MIN(e.At) FROM inbox.TimelineEntry AS e WHERE e.ConversationId = c.Id AND e.Kind = @viewed) AS SeenAt,
            (SELECT MIN(e.At) FROM inbox.TimelineEntry AS e WHERE e.ConversationId = c.Id AND e.Kind = @flagged) AS FlaggedAt,
            (SELECT MIN(e.At) FROM inbox.TimelineEntry AS e WHERE e.ConversationId = c.Id AND e.Kind = @acknowledged) AS AcknowledgedAt,
            (SELECT MIN(r.SentAt) FROM inbox.Reply AS r WHERE r.ConversationId = c.Id AND r.State = @sent) AS AnsweredAt
        FROM inbox.Conversation AS c WHERE c.Id = @id
        """);

    /// <summary>The clocks of a conversation that the person was shown.</summary>
    public Task<ConversationClocks?> HandleAsync(long id, CancellationToken ct) => store.FindAsync(
        Of, new { id, viewed = (int)Deed.Viewed, flagged = (int)Deed.Flagged, acknowledged = (int)Deed.Acknowledged, sent = ReplyState.Sent }, ct);
}

/// <summary>When it first happened; null for what has not.</summary>
internal sealed record ConversationClocks
{
    /// <summary>As the network says.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>When it reached us.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the conversation was first opened by a member of staff.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When an answer was first published, as the network says.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
