using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>What became of an incident that another service offers us.</summary>
internal enum OfferState
{
    /// <summary>Nobody has decided yet.</summary>
    Open = 1,
    Accepted = 2,
    Refused = 3,

    /// <summary>Its sender is known, its document could not be taken; it is kept as it came.</summary>
    Unfit = 4,
}

/// <summary>An incident offered to us, as it is stored.</summary>
internal sealed record OfferRow
{
    public required long Id { get; init; }

    /// <summary>The key of who offers it, among the destinations.</summary>
    public required string Peer { get; init; }

    /// <summary>Their hand-over's id, by which they know our answer.</summary>
    public required string TheirId { get; init; }

    public required string TheirNumber { get; init; }

    /// <summary>How it came; the answer goes back the same way.</summary>
    public required Way Way { get; init; }

    public required string Document { get; init; }

    public required string Sha256 { get; init; }

    public required bool Rehearsal { get; init; }

    public required DateTimeOffset FirstContactAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required OfferState State { get; init; }

    /// <summary>Why it could not be taken.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? NotedAt { get; init; }

    public long? NotedBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public long? SettledBy { get; init; }

    public string? Reason { get; init; }

    /// <summary>What it became here.</summary>
    public long? IncidentId { get; init; }

    public required int Version { get; init; }
}
