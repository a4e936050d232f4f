using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Inbox.Replying;

/// <summary>Where a reply stands.</summary>
internal enum ReplyState
{
    /// <summary>A second person must agree.</summary>
    AwaitingApproval = 1,

    /// <summary>It may go; Publishing has it or is about to.</summary>
    Going = 2,

    /// <summary>The network said that it is published.</summary>
    Sent = 3,

    /// <summary>The network said no.</summary>
    Refused = 4,

    /// <summary>It may or may not be published; the network is being read back.</summary>
    OutcomeUnknown = 5,

    /// <summary>The approver said no.</summary>
    Rejected = 6,

    /// <summary>Its author took it back before it was approved.</summary>
    Withdrawn = 7,
}

/// <summary>A reply as it is stored.</summary>
internal sealed record ReplyRow
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public required long ChannelId { get; init; }

    public required long AuthorId { get; init; }

    public required Audience Audience { get; init; }

    public required long ToMessageId { get; init; }

    public required string Text { get; init; }

    public required ReplyState State { get; init; }

    public long? DecidedBy { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? NetworkId { get; init; }

    public string? Permalink { get; init; }

    public required int Version { get; init; }
}
