namespace PoliceSocial.Inbox.Collect;

/// <summary>A captured item as it is stored, for ever.</summary>
internal sealed record CapturedItemRow
{
    public required long Id { get; init; }

    public required byte[] ItemKey { get; init; }

    public required long ChannelId { get; init; }

    public required long MessageId { get; init; }

    public required long ExchangeId { get; init; }

    public required string NetworkId { get; init; }

    public required string VersionId { get; init; }

    public required int Change { get; init; }

    public required DateTimeOffset NetworkTime { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string RawType { get; init; }

    public required byte[] Raw { get; init; }

    public required byte[] RawSha256 { get; init; }
}

/// <summary>A message as staff see it.</summary>
internal sealed record MessageRow
{
    public required long Id { get; init; }

    public required byte[] MessageKey { get; init; }

    public required long ConversationId { get; init; }

    /// <summary>Who wrote it; null where the channel did.</summary>
    public long? ContactId { get; init; }

    public required int Kind { get; init; }

    public required string Text { get; init; }

    public string? Language { get; init; }

    public required string NetworkId { get; init; }

    public string? InReplyTo { get; init; }

    public string? Permalink { get; init; }

    public required string ReplyHandle { get; init; }

    public required DateTimeOffset NetworkTime { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int Versions { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>One version of a message that was edited.</summary>
internal sealed record MessageVersionRow
{
    public required long MessageId { get; init; }

    public required int Number { get; init; }

    public required long ItemId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset NetworkTime { get; init; }

    public required DateTimeOffset ObservedAt { get; init; }
}

/// <summary>A member of the public on one network.</summary>
internal sealed record ContactRow
{
    public required long Id { get; init; }

    public required byte[] ContactKey { get; init; }

    public required string Connector { get; init; }

    public required string NetworkId { get; init; }

    public required string Handle { get; init; }

    public required string DisplayName { get; init; }

    public required bool Rehearsal { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>A request to a network and its answer.</summary>
internal sealed record ExchangeRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public required string Request { get; init; }

    public required int Status { get; init; }

    public required string Headers { get; init; }

    public required byte[] Sha256 { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>What of the answer stands around its items; null where none is kept.</summary>
    public byte[]? Frame { get; init; }
}
