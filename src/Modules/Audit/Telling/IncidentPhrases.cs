using PoliceSocial.Contracts.Incidents;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to incidents, in words.</summary>
internal static class IncidentPhrases
{
    public static Phrases AddIncidents(this Phrases all) => all
        .Say<IncidentRecorded>(e => Invariant($"recorded incident {e.Number} ({e.IncidentId}) in grade {e.GradeCode}, category {e.Category}{From(e.ConversationId)}"))
        .Say<IncidentViewed>(e => Invariant($"viewed incident {e.IncidentId}, with the messages of {e.Conversations.Count} conversations"))
        .Say<IncidentReadForEvidence>(e => Invariant($"had incident {e.IncidentId} read for an export"))
        .Say<IncidentsListed>(e => Invariant($"looked at the list “{e.Filter}” of incidents, which showed {e.Incidents.Count}"))
        .Say<IncidentCorrected>(e => Invariant($"corrected incident {e.IncidentId}: {string.Join(", ", e.Changed)}"))
        .Say<IncidentRegraded>(e => Invariant($"changed the grade of incident {e.IncidentId} from {e.From} to {e.To}{(e.AssessmentId is { } a ? Invariant($", on assessment {a}") : "")}"))
        .Say<PlacePinned>(e => Invariant($"pinned where incident {e.IncidentId} is, to {e.AccuracyMetres} metres{(e.InArea is { } inside ? inside ? ", within our area" : ", outside our area" : "")}"))
        .Say<IncidentDeployed>(e => Invariant($"recorded that help is on its way for incident {e.IncidentId}"))
        .Say<IncidentTaken>((e, names) => Invariant($"made {names.Of(e.ToId)} answer for incident {e.IncidentId}, before {names.Of(e.FromId)}"))
        .Say<RecordingDecided>(e => Invariant($"decided {(e.Recorded ? "to record" : "not to record")} under incident {e.IncidentId}, {(e.InTime ? "in time" : "late")}"))
        .Say<RecordingOverdue>(e => Invariant($"noticed that the decision on recording under incident {e.IncidentId} is overdue"))
        .Say<RecordingAlarmNoted>(e => Invariant($"took note that the decision on recording under incident {e.IncidentId} is overdue"))
        .Say<IncidentClosed>(e => Invariant($"closed incident {e.IncidentId} as {e.ClosingCategory}"))
        .Say<IncidentReopened>(e => Invariant($"opened incident {e.IncidentId} again"))
        .Say<ConversationJoined>(e => Invariant($"joined conversation {e.ConversationId} with contact {e.ContactId} to incident {e.IncidentId}"))
        .Say<ConversationSplit>(e => Invariant($"split conversation {e.ConversationId} with contact {e.ContactId} from incident {e.IncidentId}"));

    private static string From(long? conversationId) => conversationId is { } id ? Invariant($", from conversation {id}") : "";
}
