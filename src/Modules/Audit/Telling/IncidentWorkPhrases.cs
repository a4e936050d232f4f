using PoliceSocial.Contracts.Incidents;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>The work on incidents, in words.</summary>
internal static class IncidentWorkPhrases
{
    public static Phrases AddIncidentWork(this Phrases all) => all
        .Say<AssessmentRecorded>(e => Invariant($"recorded assessment {e.AssessmentId}, number {e.Edition} of {(e.IncidentId is { } i ? Invariant($"incident {i}") : Invariant($"conversation {e.ConversationId}"))}"))
        .Say<DecisionLogged>(e => Invariant($"logged decision {e.DecisionId} on incident {e.IncidentId}"))
        .Say<FactNoted>(e => Invariant($"noted {(e.Opinion ? "an opinion" : "a fact")} on incident {e.IncidentId}, as note {e.NoteId}"))
        .Say<AdviceGiven>(e => Invariant($"recorded advice given under incident {e.IncidentId}, as note {e.NoteId}"))
        .Say<PartyInvolved>(e => Invariant($"put {e.Kind.ToLowerInvariant()} {e.PartyId} on incident {e.IncidentId}{List(" as ", e.Roles)}{List(", marked ", e.Markers)}"))
        .Say<PartyRemoved>(e => Invariant($"took {e.PartyId} off incident {e.IncidentId}"))
        .Say<PartiesLinked>(e => Invariant($"linked {e.FromId} and {e.ToId} of incident {e.IncidentId} ({e.Kind})"))
        .Say<PartiesUnlinked>(e => Invariant($"took link {e.LinkId} off incident {e.IncidentId}"))
        .Say<TaskSet>((e, names) => Invariant($"gave {names.Of(e.OwnerId)} task {e.TaskId} of incident {e.IncidentId}, due {e.DueAt:yyyy-MM-dd HH:mm} UTC"))
        .Say<TaskEnded>(e => Invariant($"{(e.Done ? "did" : "cancelled")} task {e.TaskId} of incident {e.IncidentId}"))
        .Say<TaskPassed>((e, names) => Invariant($"passed task {e.TaskId} of incident {e.IncidentId} from {names.Of(e.FromId)} to {names.Of(e.ToId)}, due {e.DueAt:yyyy-MM-dd HH:mm} UTC"))
        .Say<TaskOverdue>((e, names) => Invariant($"noticed that task {e.TaskId} of incident {e.IncidentId} is overdue with {names.Of(e.OwnerId)}"))
        .Say<TaskAlarmNoted>(e => Invariant($"took note of overdue task {e.TaskId} of incident {e.IncidentId}"));

    private static string List(string before, IReadOnlyList<string> words) => words.Count == 0 ? "" : before + string.Join(", ", words);
}
