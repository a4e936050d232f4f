namespace PoliceSocial.Publishing.Model;

/// <summary>One thing that goes out to a network: the intent, and how far it has come.</summary>
internal sealed record DeliveryRow
{
    /// <summary>The delivery; the same id as the reply it was asked for by.</summary>
    public required long Id { get; init; }

    /// <summary>Its place in its channel's line.</summary>
    public required long Turn { get; init; }

    public required DeliveryKind Kind { get; init; }

    public required long ChannelId { get; init; }

    public long? ConversationId { get; init; }

    public required string Text { get; init; }

    public string? InReplyTo { get; init; }

    public string? ThreadId { get; init; }

    public string? Recipient { get; init; }

    public required string ReplyHandle { get; init; }

    public required long AskedBy { get; init; }

    public required DateTimeOffset IntendedAt { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    /// <summary>What staff read about where it stands.</summary>
    public string? Why { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>True where its call's outcome was unknown, however it was settled since.</summary>
    public required bool WasUnknown { get; init; }

    public string? NetworkId { get; init; }

    public string? Permalink { get; init; }

    public DateTimeOffset? NetworkTime { get; init; }

    public required bool Reconciled { get; init; }

    /// <summary>True where a member of staff looked and said what became of it.</summary>
    public required bool ByHand { get; init; }

    /// <summary>When the network is read back next.</summary>
    public DateTimeOffset? LookAt { get; init; }

    public required int Looks { get; init; }

    /// <summary>When the alarm was raised, or null.</summary>
    public DateTimeOffset? StuckAt { get; init; }

    public long? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public required int Version { get; init; }
}
