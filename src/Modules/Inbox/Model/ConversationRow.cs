namespace PoliceSocial.Inbox.Model;

/// <summary>A conversation as it is stored.</summary>
internal sealed record ConversationRow
{
    public required long Id { get; init; }

    public required byte[] ThreadKey { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required Audience Audience { get; init; }

    public required long ContactId { get; init; }

    public required string ThreadId { get; init; }

    public required bool Rehearsal { get; init; }

    public required ConversationState State { get; init; }

    /// <summary>The state as the queues' indexes need it: 1 work, 2 waiting, 3 resolved.</summary>
    public int Stage
    {
        get => State switch
        {
            ConversationState.Unread or ConversationState.Open => 1,
            ConversationState.Waiting => 2,
            ConversationState.Resolved => 3,
        };

        // The database's copy follows from the state; there is nothing to keep.
        init => _ = value;
    }

    public long? HolderId { get; init; }

    public DateTimeOffset? HeldSince { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    public string? FlagReasons { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public long? AcknowledgedBy { get; init; }

    /// <summary>When a person first saw its newest unseen message; null while nobody has.</summary>
    public DateTimeOffset? FirstSeenAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required long LastMessageId { get; init; }

    public required int LastKind { get; init; }

    public required DateTimeOffset LastNetworkTime { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    public required string LastText { get; init; }

    public required int MessageCount { get; init; }

    public string? PostNetworkId { get; init; }

    public string? PostText { get; init; }

    public string? PostAuthor { get; init; }

    public required bool PostFromChannel { get; init; }

    public string? PostPermalink { get; init; }

    public required int Version { get; init; }
}
