using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>Another force offers us an incident.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Peer">The key of who offers it.</param>
/// <param name="TheirId">Their hand-over's id.</param>
/// <param name="DocumentSha256">SHA-256 of the document, base64.</param>
[Family(Family.Collected)]
public sealed record OfferReceived(long OfferId, string Peer, string TheirId, string DocumentSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"offer:{OfferId}";
}

/// <summary>Something that was sent as another force's was turned away.</summary>
/// <param name="Peer">The key of whom it was sent as; null where there is none of that key.</param>
/// <param name="Why">Why: Unknown, Unsigned, WrongSignature, TooOld, Repeated, TooLarge or Unfit.</param>
/// <param name="DocumentSha256">SHA-256 of the document, base64, where it was kept; else null.</param>
/// <param name="Times">How often.</param>
[Family(Family.Refused)]
public sealed record OfferTurnedAway(string? Peer, string Why, string? DocumentSha256, int Times) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"peer:{Peer ?? "unknown"}";
}

/// <summary>Offers were shown to somebody.</summary>
/// <param name="Offers">Which.</param>
[Family(Family.Consulted, ChangesNothing = true)]
public sealed record OffersViewed(IReadOnlyList<long> Offers) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => Offers.Count == 1 ? $"offer:{Offers[0]}" : "list:offers";
}

/// <summary>Somebody took note that an incident is offered to us.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Peer">The key of who offers it.</param>
[Family(Family.Altered)]
public sealed record OfferNoted(long OfferId, string Peer) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"offer:{OfferId}";
}

/// <summary>We took over what another force offered.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Peer">The key of who offered it.</param>
/// <param name="IncidentId">What it became here.</param>
[Family(Family.Altered)]
public sealed record OfferAccepted(long OfferId, string Peer, long IncidentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}

/// <summary>We did not take over what another force offered.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Peer">The key of who offered it.</param>
[Family(Family.Altered)]
public sealed record OfferRefused(long OfferId, string Peer) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"offer:{OfferId}";
}

/// <summary>A hand-over was not delivered, or not answered, in good time; an alarm stands until somebody takes note.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
/// <param name="Destination">The key of who was to get it.</param>
/// <param name="Delivered">True where it was delivered and is not answered.</param>
[Family(Family.Operated)]
public sealed record HandoverOverdue(long IncidentId, long HandoverId, string Destination, bool Delivered) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}

/// <summary>Somebody took note of the alarm about a hand-over.</summary>
/// <param name="IncidentId">The incident; 0 for an answer of ours to an offer that became none.</param>
/// <param name="HandoverId">The hand-over.</param>
[Family(Family.Altered)]
public sealed record HandoverAlarmNoted(long IncidentId, long HandoverId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => IncidentId == 0 ? $"handover:{HandoverId}" : $"incident:{IncidentId}";
}
