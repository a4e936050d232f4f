using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Something that a member of the public wrote, edited or deleted has reached us and is stored as received.</summary>
/// <param name="ItemId">The captured item.</param>
/// <param name="MessageId">The message it is a version of.</param>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="ChannelId">The channel it came by.</param>
/// <param name="Change">Created, Edited or Deleted.</param>
/// <param name="Kind">Comment, Mention, Quote or PrivateMessage.</param>
/// <param name="NetworkTime">When, as the network says.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="RawSha256">SHA-256 of the bytes as received, base64.</param>
[Family(Family.Collected)]
public sealed record ItemCaptured(
    long ItemId, long MessageId, long ConversationId, long ChannelId, string Change, string Kind, DateTimeOffset NetworkTime,
    DateTimeOffset ReceivedAt, string RawSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>An attachment was fetched and hashed, or given up.</summary>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="Sha256">SHA-256 of its bytes, base64; null where there are none.</param>
/// <param name="Bytes">How many.</param>
/// <param name="FoundType">What the bytes are.</param>
/// <param name="Problem">Why it could not be fetched or shown, or null.</param>
[Family(Family.Collected)]
public sealed record AttachmentCaptured(
    long AttachmentId, long ConversationId, string? Sha256, long Bytes, string? FoundType, string? Problem) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>Rules found a risk in a message; everybody on the desk is alarmed until somebody acknowledges it.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="MessageId">The message.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Rules">The rules that found it, as <c>id.version</c>.</param>
[Family(Family.Altered)]
public sealed record ConversationFlagged(long ConversationId, long MessageId, long ChannelId, IReadOnlyList<string> Rules) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A member of staff has taken note of a flagged conversation; the alarm ends.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="SecondsSinceFlagged">How long the alarm stood.</param>
[Family(Family.Altered)]
public sealed record FlagAcknowledged(long ConversationId, double SecondsSinceFlagged) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A list of conversations was shown to somebody.</summary>
/// <param name="Queue">Which queue or filter.</param>
/// <param name="Conversations">Those whose excerpts were shown.</param>
[Family(Family.Consulted, ChangesNothing = true)]
public sealed record QueueViewed(string Queue, IReadOnlyList<long> Conversations) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "queue:inbox";
}

/// <summary>A person's messages were shown to somebody.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ContactId">The member of the public.</param>
/// <param name="LastMessageId">The newest message that was shown.</param>
[Family(Family.Consulted)]
public sealed record ConversationViewed(long ConversationId, long ContactId, long LastMessageId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>An attachment was shown to somebody.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="Original">True where the original bytes were handed out, false for the preview.</param>
[Family(Family.Consulted)]
public sealed record AttachmentViewed(long ConversationId, long AttachmentId, bool Original) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>All that a contact wrote was shown to somebody.</summary>
/// <param name="ContactId">The member of the public.</param>
/// <param name="Conversations">How many conversations were listed.</param>
[Family(Family.Consulted)]
public sealed record ContactHistoryViewed(long ContactId, int Conversations) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{ContactId}";
}

/// <summary>Messages were searched.</summary>
/// <param name="QuerySha256">SHA-256 of the words searched for, base64: proves a known query, keeps names out of the ledger.</param>
/// <param name="Found">The conversations that were shown.</param>
[Family(Family.Consulted, ChangesNothing = true)]
public sealed record MessagesSearched(string QuerySha256, IReadOnlyList<long> Found) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "search:inbox";
}

/// <summary>Somebody took a conversation that nobody held.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="HolderId">Who holds it now.</param>
[Family(Family.Altered)]
public sealed record ConversationClaimed(long ConversationId, long HolderId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A conversation passed from one to another: assigned, handed over or taken over.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="How">Assigned, HandedOver, TakenOver or Released; Undone where one of these was taken back, CarriedOver where the holder of a public conversation got the private one that it led to.</param>
/// <param name="FromId">Who held it, or null.</param>
/// <param name="ToId">Who holds it now, or null.</param>
/// <param name="TeamId">The team it lies with now, or null.</param>
[Family(Family.Altered)]
public sealed record ConversationPassed(long ConversationId, string How, long? FromId, long? ToId, long? TeamId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A conversation's state was changed.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="SnoozedUntil">Until when it is put off, where it is.</param>
[Family(Family.Altered)]
public sealed record ConversationStateChanged(long ConversationId, string From, string To, DateTimeOffset? SnoozedUntil) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A private answer to a public conversation began a private one; each shows the other from now on.</summary>
/// <param name="ConversationId">The public conversation.</param>
/// <param name="PrivateId">The private conversation.</param>
/// <param name="ReplyId">The answer that began it.</param>
[Family(Family.Combined)]
public sealed record ConversationsLinked(long ConversationId, long PrivateId, long ReplyId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>Somebody took back what they had just done to a conversation; the change itself is told by the event of its sort.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="UndoneActId">The act that was taken back.</param>
/// <param name="What">What it had done: Claimed, Assigned, HandedOver, TakenOver, Released, Resolved, SetWaiting, Snoozed, Reopened or Tagged.</param>
[Family(Family.Altered)]
public sealed record ActUndone(long ConversationId, long UndoneActId, string What) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>An internal note was written.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="NoteId">The note.</param>
/// <param name="Mentioned">Colleagues it calls.</param>
[Family(Family.Altered)]
public sealed record NoteWritten(long ConversationId, long NoteId, IReadOnlyList<long> Mentioned) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A conversation's tags were changed.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Added">Tags put on.</param>
/// <param name="Removed">Tags taken off.</param>
[Family(Family.Altered)]
public sealed record ConversationTagged(long ConversationId, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A member of staff keeps, changes or drops a view of the queue of their own.</summary>
/// <param name="SavedViewId">The view.</param>
/// <param name="Removed">True where it was dropped.</param>
[Family(Family.Altered)]
public sealed record SavedViewChanged(long SavedViewId, bool Removed) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"saved-view:{SavedViewId}";
}

/// <summary>A risk rule was added, changed, switched on or off.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="RuleVersion">Its version after the change.</param>
/// <param name="Enabled">Whether it works.</param>
/// <param name="DefinitionSha256">SHA-256 of its definition, base64.</param>
[Family(Family.Configured)]
public sealed record RiskRuleChanged(long RuleId, int RuleVersion, bool Enabled, string DefinitionSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"risk-rule:{RuleId}";
}

/// <summary>Rules were tried over stored messages.</summary>
/// <param name="Messages">How many messages were read.</param>
/// <param name="Hits">How many they would have flagged.</param>
[Family(Family.Consulted)]
public sealed record RiskRulesTried(int Messages, int Hits) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "risk-rule:bench";
}

/// <summary>Captured material was read for evidence, on behalf of a member of staff.</summary>
/// <param name="ConversationId">The conversation.</param>
[Family(Family.Consulted)]
public sealed record MaterialReadForEvidence(long ConversationId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>What a conversation held, or one message of it, was erased; its ids, times and hashes stay.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="DisposalId">The review or demand that it was erased for.</param>
/// <param name="MessageId">The message, or null where it was all of it.</param>
/// <param name="ClassCode">Under which retention class, or on what basis.</param>
/// <param name="Rows">How many rows lost their content.</param>
/// <param name="Files">How many files are gone.</param>
/// <param name="DecidedBy">Who decided it.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
[Family(Family.Erased)]
public sealed record ConversationDisposed(
    long ConversationId, long DisposalId, long? MessageId, string ClassCode, int Rows, int Files, long DecidedBy, long ConfirmedBy) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}
