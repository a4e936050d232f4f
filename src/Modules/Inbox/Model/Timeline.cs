using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Model;

/// <summary>What staff and the service did to a conversation, as its timeline tells it.</summary>
internal enum Deed
{
    Flagged = 1,
    Acknowledged = 2,
    Claimed = 3,
    Assigned = 4,
    HandedOver = 5,
    TakenOver = 6,
    Released = 7,
    Resolved = 8,
    SetWaiting = 9,
    Snoozed = 10,
    Reopened = 11,
    Woken = 12,
    Noted = 13,
    Tagged = 14,
    Viewed = 15,
    ReplyWritten = 16,
    ReplyApproved = 17,
    ReplyRejected = 18,
    ReplyWithdrawn = 19,
    ReplySent = 20,
    ReplyRefused = 21,
    ReplyOutcomeUnknown = 22,
    ViewedOriginal = 23,
    Undone = 24,
    WentPrivate = 25,
    CameFromPublic = 26,
    CarriedOver = 27,
    Escalated = 40,
    Decided = 45,
}

/// <summary>Writes entries of the timeline, in the session of what they tell of.</summary>
internal sealed class Timeline(Ids ids)
{
    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO inbox.TimelineEntry (Id, ConversationId, Kind, ActorKind, ActorId, At, OtherId, Detail)
        VALUES (@id, @conversationId, @kind, @actorKind, @actorId, @at, @otherId, @detail)
        """);

    /// <summary>Writes an entry, and gives its id.</summary>
    /// <param name="session">The session; its act says who and when.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="deed">What was done.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="otherId">The colleague, team, note or reply it concerns.</param>
    /// <param name="detail">The reason given, or what else a reader wants.</param>
    public async Task<long> AddAsync(
        Session session, long conversationId, Deed deed, CancellationToken ct, long? otherId = null, string? detail = null)
    {
        var id = ids.New();
        await session.ExecuteAsync(Insert, new
        {
            id,
            conversationId,
            kind = (int)deed,
            actorKind = (int)session.Act.Actor.Kind,
            actorId = session.Act.Actor.Id,
            at = session.Act.At,
            otherId,
            detail,
        }, ct);
        return id;
    }
}
