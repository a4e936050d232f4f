namespace PoliceSocial.Contracts.Inbox;

/// <summary>The replies that staff wrote, for Publishing to deliver.</summary>
public interface IReplies
{
    /// <summary>A reply with all that its delivery needs, or null where there is none by that id.</summary>
    Task<ReplyToDeliver?> FindAsync(long replyId, CancellationToken ct);
}

/// <summary>A reply as it is to go out.</summary>
/// <param name="ReplyId">Its id.</param>
/// <param name="ChannelId">The channel it goes by.</param>
/// <param name="Private">True where only its recipient may see it.</param>
/// <param name="Text">Its text.</param>
/// <param name="InReplyTo">The network's identifier of the message it answers.</param>
/// <param name="ThreadId">The network's identifier of the thread; for a private answer to a public message null.</param>
/// <param name="Recipient">The network's identifier of the person it goes to.</param>
/// <param name="ReplyHandle">What the connector needs to place it.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="HeardAt">When the person last wrote privately, as far as known now: the network's time for answering counts from then. Null for a public answer, and where they never did.</param>
public sealed record ReplyToDeliver(
    long ReplyId, long ChannelId, bool Private, string Text, string InReplyTo, string? ThreadId, string Recipient,
    string ReplyHandle, DateTimeOffset WrittenAt, DateTimeOffset? HeardAt = null);
