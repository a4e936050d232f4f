using System.Globalization;

namespace PoliceSocial.Evidence.Model;

/// <summary>Where a review stands; the first three are open, and a record has at most one open review.</summary>
internal enum ReviewState
{
    /// <summary>Its date has come and nobody has decided.</summary>
    Due = 1,

    /// <summary>Somebody proposed to dispose of the record; somebody else is to confirm it.</summary>
    Proposed = 2,

    /// <summary>It is being disposed of.</summary>
    Confirmed = 3,

    /// <summary>It is kept until a later date.</summary>
    Retained = 4,

    /// <summary>Its content is gone.</summary>
    Disposed = 5,

    /// <summary>It was not due any more before anybody decided.</summary>
    Lapsed = 6,
}

/// <summary>A review as it is stored.</summary>
internal sealed record ReviewRow
{
    public const string Columns =
        """
        Id, Kind, RecordId, Name, ChannelId, TeamId, ClassCode, Harmless, DueAt, FilledAt, State, Reasons, Rationale, DecidedBy, DecidedAt, RetainedUntil,
        ConfirmedBy, ConfirmedAt, EndedAt, Conversations, Problem, Version
        """;

    public required long Id { get; init; }

    public required RecordKind Kind { get; init; }

    public required long RecordId { get; init; }

    public required string Name { get; init; }

    public long? ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required string ClassCode { get; init; }

    /// <summary>True where it may be disposed of together with others: no risk was ever flagged, no incident came of it, and its class proposes disposal.</summary>
    public required bool Harmless { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset FilledAt { get; init; }

    public required ReviewState State { get; init; }

    /// <summary>Codes of <see cref="RetentionReasons"/>, separated by spaces.</summary>
    public required string Reasons { get; init; }

    public required string Rationale { get; init; }

    public long? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? RetainedUntil { get; init; }

    public long? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The conversations that go with it, fixed when the disposal is confirmed; ids separated by spaces.</summary>
    public required string Conversations { get; init; }

    /// <summary>What came in between, where a disposal was not carried out.</summary>
    public string? Problem { get; init; }

    public required int Version { get; init; }

    /// <summary>The kind as events and subjects name it.</summary>
    public string KindName => Kind.ToString();

    public IReadOnlyList<long> ConversationIds() =>
        [.. Conversations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    public DisposalOrder ToOrder() => new(
        Id, new(ConversationIds(), Kind == RecordKind.Incident ? RecordId : null), ClassCode, Rationale, DecidedBy ?? 0, ConfirmedBy ?? 0);
}
