using PoliceSocial.Contracts.Incidents;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to hand-overs of incidents, in words.</summary>
internal static class HandoverPhrases
{
    public static Phrases AddHandovers(this Phrases all) => all
        .Say<HandoverAsked>(e => Invariant($"asked that incident {e.IncidentId} be {(e.Purpose == "Transfer" ? "offered" : "handed over")} to {e.Destination}, as hand-over {e.HandoverId}"))
        .Say<HandoverAttempted>(e => Invariant($"tried to deliver hand-over {e.HandoverId} of incident {e.IncidentId} to {e.Destination}, attempt {e.Attempt}"))
        .Say<IncidentHandedOver>(e => Invariant($"delivered incident {e.IncidentId} to {e.Destination}, as hand-over {e.HandoverId}"))
        .Say<HandoverPutOff>(e => Invariant($"put hand-over {e.HandoverId} of incident {e.IncidentId} off until {e.NotBefore:yyyy-MM-dd HH:mm} UTC"))
        .Say<HandoverFailed>(e => Invariant($"could not deliver hand-over {e.HandoverId} of incident {e.IncidentId} to {e.Destination}"))
        .Say<HandoverAnswered>(e => Invariant($"recorded that {e.Destination} {(e.Accepted ? "accepted" : "refused")} incident {e.IncidentId}{(e.Reference is { } r ? $", reference {r}" : "")}"))
        .Say<HandoverRetried>(e => Invariant($"let hand-over {e.HandoverId} of incident {e.IncidentId} be tried again"))
        .Say<HandoverGivenUp>(e => Invariant($"gave hand-over {e.HandoverId} of incident {e.IncidentId} up"));
}
