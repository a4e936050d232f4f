using PoliceSocial.Contracts.Incidents;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to hand-overs of incidents, in words.</summary>
internal static class HandoverPhrases
{
    public static Phrases AddHandovers(this Phrases all) => all
        .Say<HandoverAsked>(e => Invariant($"asked that {Of(e.IncidentId)} be {(e.Purpose == "Transfer" ? "offered" : e.Purpose == "Answer" ? "answered" : "handed over")} to {e.Destination}, as hand-over {e.HandoverId}"))
        .Say<HandoverAttempted>(e => Invariant($"tried to deliver hand-over {e.HandoverId} of {Of(e.IncidentId)} to {e.Destination}, attempt {e.Attempt}"))
        .Say<IncidentHandedOver>(e => Invariant($"delivered {Of(e.IncidentId)} to {e.Destination}, as hand-over {e.HandoverId}"))
        .Say<HandoverPutOff>(e => Invariant($"put hand-over {e.HandoverId} of {Of(e.IncidentId)} off until {e.NotBefore:yyyy-MM-dd HH:mm} UTC"))
        .Say<HandoverFailed>(e => Invariant($"could not deliver hand-over {e.HandoverId} of {Of(e.IncidentId)} to {e.Destination}"))
        .Say<HandoverAnswered>(e => Invariant($"recorded that {e.Destination} {(e.Accepted ? "accepted" : "refused")} {Of(e.IncidentId)}{(e.Reference is { } r ? $", reference {r}" : "")}"))
        .Say<HandoverRetried>(e => Invariant($"let hand-over {e.HandoverId} of {Of(e.IncidentId)} be tried again"))
        .Say<HandoverOverdue>(e => Invariant($"noticed that hand-over {e.HandoverId} of {Of(e.IncidentId)} is not {(e.Delivered ? "answered" : "delivered")} in time by {e.Destination}"))
        .Say<HandoverAlarmNoted>(e => Invariant($"took note of the alarm about hand-over {e.HandoverId} of {Of(e.IncidentId)}"))
        .Say<OfferReceived>(e => Invariant($"took offer {e.OfferId} from {e.Peer}, their hand-over {e.TheirId}"))
        .Say<OfferTurnedAway>(e => Invariant($"turned away what was sent as {e.Peer ?? "a service that is not known"}, {e.Times} times ({e.Why})"))
        .Say<OffersViewed>(e => Invariant($"looked at {e.Offers.Count} offers of other services"))
        .Say<OfferNoted>(e => Invariant($"took note of offer {e.OfferId} from {e.Peer}"))
        .Say<OfferAccepted>(e => Invariant($"took over offer {e.OfferId} from {e.Peer} as incident {e.IncidentId}"))
        .Say<OfferRefused>(e => Invariant($"refused offer {e.OfferId} from {e.Peer}"))
        .Say<HandoverGivenUp>(e => Invariant($"gave hand-over {e.HandoverId} of {Of(e.IncidentId)} up"));

    private static string Of(long incidentId) => incidentId == 0 ? "an offer that we refused" : Invariant($"incident {incidentId}");
}
