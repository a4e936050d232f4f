namespace PoliceSocial.Inbox.Model;

/// <summary>The pure rules of a conversation: what may follow what. No input or output.</summary>
internal static class Conversation
{
    /// <summary>Why an alarming conversation stays with its team: with another one, the alarm would leave the screens of those who have it.</summary>
    public const string StaysWhileItAlarms =
        "This conversation is flagged as a risk. Acknowledge the alarm first: with another team, it would leave the screens of those who see it now.";

    /// <summary>The queues that it stands in.</summary>
    public static IEnumerable<Queue> Queues(this ConversationRow c)
    {
        if (c.FlaggedAt is not null && c.State != ConversationState.Resolved)
            yield return Queue.Risk;
        if (c.State == ConversationState.Unread)
            yield return Queue.Unread;
        yield return c.State switch
        {
            ConversationState.Waiting => Queue.Waiting,
            ConversationState.Resolved => Queue.Resolved,
            ConversationState.Unread or ConversationState.Open => c.HolderId is null ? Queue.Unclaimed : Queue.Held,
        };
    }

    /// <summary>Something new came from the public: what was finished or put off is work again.</summary>
    public static ConversationRow Arrived(this ConversationRow c) => c with
    {
        State = c.State == ConversationState.Open && c.HolderId is not null ? ConversationState.Open : ConversationState.Unread,
        SnoozedUntil = null,
        FirstSeenAt = null,
    };

    /// <summary>A rule found a risk; an earlier acknowledgement does not cover it.</summary>
    public static ConversationRow Flagged(this ConversationRow c, DateTimeOffset at, string reasons) => c with
    {
        FlaggedAt = at,
        FlagReasons = reasons,
        AcknowledgedAt = null,
        AcknowledgedBy = null,
    };

    /// <summary>Somebody looked at it.</summary>
    public static ConversationRow Seen(this ConversationRow c, DateTimeOffset at) => c with
    {
        State = c.State == ConversationState.Unread ? ConversationState.Open : c.State,
        FirstSeenAt = c.FirstSeenAt ?? at,
    };

    /// <summary>Somebody holds it from now on.</summary>
    public static ConversationRow HeldBy(this ConversationRow c, long? personId, DateTimeOffset at) => c with
    {
        HolderId = personId,
        HeldSince = personId is null ? null : at,
        State = c.State == ConversationState.Unread && personId is not null ? ConversationState.Open : c.State,
    };

    /// <summary>It stands elsewhere from now on.</summary>
    public static ConversationRow Moved(this ConversationRow c, ConversationState state, DateTimeOffset? snoozedUntil = null) =>
        c with { State = state, SnoozedUntil = snoozedUntil };

    /// <summary>Does its alarm stand?</summary>
    public static bool Alarms(this ConversationRow c) => c.FlaggedAt is not null && c.AcknowledgedAt is null;
}
