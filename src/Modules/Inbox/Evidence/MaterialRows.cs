namespace PoliceSocial.Inbox.Evidence;

/// <summary>A message, version or deletion as evidence shows it.</summary>
internal sealed record MaterialMessageRow
{
    public required long Id { get; init; }

    public required long MessageId { get; init; }

    public required long ConversationId { get; init; }

    public required long ChannelId { get; init; }

    public required int Audience { get; init; }

    public long? ContactId { get; init; }

    public string? Handle { get; init; }

    public string? DisplayName { get; init; }

    public required string Text { get; init; }

    public required string NetworkId { get; init; }

    public string? Permalink { get; init; }

    public required DateTimeOffset NetworkTime { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public byte[]? RawSha256 { get; init; }
}

/// <summary>A reply, note or deed as evidence shows it.</summary>
internal sealed record MaterialDeedRow
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public required long ChannelId { get; init; }

    public required int Audience { get; init; }

    public required long ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Kind { get; init; }

    public required string Text { get; init; }

    public string? NetworkId { get; init; }

    public string? Permalink { get; init; }
}

/// <summary>An attachment as evidence shows it.</summary>
internal sealed record MaterialAttachmentRow
{
    public required long Id { get; init; }

    public required long MessageId { get; init; }

    public long? ContactId { get; init; }

    public required string ClaimedType { get; init; }

    public string? FoundType { get; init; }

    public required string AltText { get; init; }

    public required int State { get; init; }

    public string? Problem { get; init; }

    public byte[]? Sha256 { get; init; }
}

/// <summary>A captured item with its exchange.</summary>
internal sealed record MaterialItemRow
{
    public required long Id { get; init; }

    public required long MessageId { get; init; }

    public long? ContactId { get; init; }

    public required string NetworkId { get; init; }

    public required string RawType { get; init; }

    public required byte[] Raw { get; init; }

    public required byte[] RawSha256 { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required long ExchangeId { get; init; }

    public string? Request { get; init; }

    public int? Status { get; init; }

    public string? Headers { get; init; }

    public byte[]? Sha256 { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>What of an answer stands around its items.</summary>
internal sealed record FrameRow
{
    public required long Id { get; init; }

    public required byte[] Frame { get; init; }
}

/// <summary>Where an item stands in the order of exchanges.</summary>
internal sealed record ItemKeyRow
{
    public required long Id { get; init; }

    public required long ExchangeId { get; init; }
}

/// <summary>A conversation that may be exported.</summary>
internal sealed record MaterialScopeRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required int MessageCount { get; init; }
}
