namespace PoliceSocial.Inbox.Model;

/// <summary>Where a conversation stands.</summary>
internal enum ConversationState
{
    /// <summary>Nobody has looked at its newest message.</summary>
    Unread = 1,

    /// <summary>Somebody has looked, and it is not finished.</summary>
    Open = 2,

    /// <summary>It waits for the other side, or until a time.</summary>
    Waiting = 3,

    /// <summary>Finished, until something new arrives.</summary>
    Resolved = 4,
}

/// <summary>Who can read a conversation on the network.</summary>
internal enum Audience
{
    /// <summary>Everybody.</summary>
    Public = 1,

    /// <summary>The channel and one person.</summary>
    Private = 2,
}

/// <summary>The queues that a conversation can stand in; one may stand in several.</summary>
internal enum Queue
{
    /// <summary>Flagged and not finished.</summary>
    Risk = 1,

    /// <summary>Work that nobody holds.</summary>
    Unclaimed = 2,

    /// <summary>Work that somebody holds.</summary>
    Held = 3,

    /// <summary>Waiting for the other side or for a time.</summary>
    Waiting = 4,

    /// <summary>Finished.</summary>
    Resolved = 5,

    /// <summary>Work whose newest message nobody has looked at.</summary>
    Unread = 6,
}
