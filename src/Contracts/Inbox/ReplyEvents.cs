using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>A reply waits for a second person's approval.</summary>
/// <param name="ReplyId">The reply.</param>
/// <param name="ConversationId">The conversation it answers in.</param>
/// <param name="Audience">Public or Private.</param>
/// <param name="TextSha256">SHA-256 of its text, base64.</param>
[Family(Family.Altered)]
public sealed record ReplyAwaitsApproval(long ReplyId, long ConversationId, string Audience, string TextSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A reply may go: Publishing delivers it, once.</summary>
/// <param name="ReplyId">The reply; the delivery takes the same id.</param>
/// <param name="ConversationId">The conversation it answers in.</param>
/// <param name="ChannelId">The channel it goes by.</param>
/// <param name="Audience">Public or Private.</param>
/// <param name="TextSha256">SHA-256 of its text, base64.</param>
/// <param name="ApprovedBy">The second person, or null where none was needed.</param>
[Family(Family.Published)]
public sealed record ReplyReady(
    long ReplyId, long ConversationId, long ChannelId, string Audience, string TextSha256, long? ApprovedBy) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A reply will not go: its approver said no, or its author took it back in time.</summary>
/// <param name="ReplyId">The reply.</param>
/// <param name="ConversationId">The conversation it was to answer in.</param>
/// <param name="Withdrawn">True where its author took it back.</param>
[Family(Family.Altered)]
public sealed record ReplyStopped(long ReplyId, long ConversationId, bool Withdrawn) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>What became of a reply on the network is now shown with its conversation.</summary>
/// <param name="ReplyId">The reply.</param>
/// <param name="ConversationId">The conversation it answers in.</param>
/// <param name="State">Sent, Refused or OutcomeUnknown.</param>
[Family(Family.Operated)]
public sealed record ReplyOutcomeShown(long ReplyId, long ConversationId, string State) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}
