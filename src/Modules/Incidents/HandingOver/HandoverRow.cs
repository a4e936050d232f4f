namespace PoliceSocial.Incidents.HandingOver;

/// <summary>How far a hand-over has come.</summary>
internal enum HandoverState
{
    /// <summary>It is stored, and goes out at its time.</summary>
    Waiting = 1,

    /// <summary>The other side has it and has not said what becomes of it.</summary>
    Delivered = 2,
    Accepted = 3,
    Refused = 4,

    /// <summary>It could not be delivered; a person decides.</summary>
    Failed = 5,
    GivenUp = 6,
}

/// <summary>What a hand-over is for.</summary>
internal enum Purpose
{
    /// <summary>Another system of the same force is to know of it.</summary>
    HandOver = 1,

    /// <summary>Another force is to take it over.</summary>
    Transfer = 2,

    /// <summary>Our answer to what another force offered us.</summary>
    Answer = 3,
}

/// <summary>A hand-over as it is stored.</summary>
internal sealed record HandoverRow
{
    public required long Id { get; init; }

    /// <summary>0 where it answers an offer that became none.</summary>
    public required long IncidentId { get; init; }

    /// <summary>The offer that it answers.</summary>
    public long? OfferId { get; init; }

    public required string Destination { get; init; }

    public required Purpose Purpose { get; init; }

    public required string Document { get; init; }

    public required string Sha256 { get; init; }

    public required string Reason { get; init; }

    public required long AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required HandoverState State { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public string? Problem { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who entered the answer; null where the other system gave it itself.</summary>
    public long? AnsweredBy { get; init; }

    public string? Reference { get; init; }

    public string? AnswerReason { get; init; }

    /// <summary>Since when it needs somebody: it failed, or nobody took or answered it in good time.</summary>
    public DateTimeOffset? AlarmAt { get; init; }

    public DateTimeOffset? NotedAt { get; init; }

    public long? NotedBy { get; init; }

    public required int Version { get; init; }
}
