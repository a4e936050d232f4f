using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Inbox.Asked;

/// <summary>A conversation with the times that other modules ask for.</summary>
internal sealed record FactsRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required long ContactId { get; init; }

    public required string DisplayName { get; init; }

    public required string Handle { get; init; }

    public required Audience Audience { get; init; }

    public required bool Rehearsal { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? FirstContactAt { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>A message as other modules are told it.</summary>
internal sealed record SaidRow
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public long? ContactId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset NetworkTime { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public required string NetworkId { get; init; }
}

/// <summary>An answer of ours as other modules are told it.</summary>
internal sealed record AnsweredRow
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public required long AuthorId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? NetworkId { get; init; }
}
