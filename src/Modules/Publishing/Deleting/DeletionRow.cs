namespace PoliceSocial.Publishing.Deleting;

/// <summary>A post of ours that staff want gone from the network, and how far that has come.</summary>
internal sealed record DeletionRow
{
    public required long Id { get; init; }

    public required long DeliveryId { get; init; }

    public required long ChannelId { get; init; }

    public required string NetworkId { get; init; }

    public required long AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string Reason { get; init; }

    /// <summary>How far it has come, in the same steps as a delivery; Sent is when the post is gone.</summary>
    public required DeliveryState State { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public string? Why { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    public DateTimeOffset? LookAt { get; init; }

    public required int Looks { get; init; }

    public DateTimeOffset? StuckAt { get; init; }

    public long? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public required int Version { get; init; }
}
