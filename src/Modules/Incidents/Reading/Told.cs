using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Pinning;

namespace PoliceSocial.Incidents.Reading;

/// <summary>Incidents in words.</summary>
internal static class Told
{
    /// <summary>What was done, as the words that follow who did it.</summary>
    public static string Of(EntryRow entry, ServiceProfile profile, Func<long?, string> nameOf)
    {
        var why = string.IsNullOrWhiteSpace(entry.Detail) ? "" : $": “{entry.Detail}”";
        return entry.Kind switch
        {
            Moment.Recorded => $"recorded the {profile.Words.Incident}{(entry.Detail is { } code ? $" as {profile.GradeOf(code)?.Name ?? code}" : "")}",
            Moment.Viewed => "looked at it",
            Moment.Joined => $"joined a conversation{why}",
            Moment.Split => $"split a conversation from it{why}",
            Moment.Corrected => $"put it right{why}",
            Moment.Graded => $"changed the grade{why}",
            Moment.Assessed => $"recorded a {profile.Assessment.Name}",
            Moment.Advised => $"recorded {Lower(profile.Words.Advice)}",
            Moment.Decided => $"logged a decision{why}",
            Moment.RecordingDecided => $"decided “{profile.Recording?.Question}” {(entry.OtherId == (long)RecordingAnswer.Yes ? profile.Recording?.Yes : profile.Recording?.No)}{why}",
            Moment.RecordingOverdue => $"raised an alarm: {Lower(profile.Recording?.Name ?? "a decision")} is not decided in time",
            Moment.RecordingNoted => "took note of the alarm about the overdue decision",
            Moment.Deployed => $"recorded: {Lower(profile.Words.Deployed)}",
            Moment.Taken => $"answers for it now{(entry.OtherId is { } before ? $", instead of {nameOf(before)}" : "")}",
            Moment.Closed => $"closed it{why}",
            Moment.Reopened => $"opened it again{why}",
            Moment.FactNoted => "noted a fact",
            Moment.OpinionNoted => "noted an opinion",
            Moment.PartyAdded => "put a person, place or vehicle on it",
            Moment.PartyRemoved => $"took a person, place or vehicle off it{why}",
            Moment.PartiesLinked => "linked two of its people, places and vehicles",
            Moment.PartiesUnlinked => "took a link away",
            Moment.TaskSet => $"gave {nameOf(entry.OtherId)} a task{why}",
            Moment.TaskDone => $"did a task{why}",
            Moment.TaskCancelled => $"cancelled a task{why}",
            Moment.TaskPassed => $"passed a task to {nameOf(entry.OtherId)}{why}",
            Moment.TaskOverdue => $"raised an alarm: a task of {nameOf(entry.OtherId)} is overdue{why}",
            Moment.TaskNoted => $"took note of the overdue task{why}",
            Moment.HandOffAsked => $"asked for it to be handed over{why}",
            Moment.HandOffDelivered => $"handed it over{why}",
            Moment.HandOffAnswered => $"brought back the answer of the other system{why}",
            Moment.HandOffFailed => $"could not hand it over{why}",
            Moment.HandOffRetried => $"let the hand-over be tried again{why}",
            Moment.HandOffGivenUp => $"gave the hand-over up{why}",
            Moment.TransferOffered => $"offered it to another {profile.Words.Peer}{why}",
            Moment.TransferAnswered => $"recorded the answer of the other {profile.Words.Peer}{why}",
            Moment.ReadForEvidence => $"had it read for an export{why}",
            Moment.TransferWithdrawn => $"took back the offer to another {profile.Words.Peer}{why}",
            Moment.TakenOver => $"took it over from another {profile.Words.Peer}{why}",
            Moment.AnswerAsked => $"answered the other {profile.Words.Peer}{why}",
            Moment.HandOffOverdue => $"raised an alarm: a hand-over is overdue{why}",
            Moment.Pinned => "pinned where it is",
            Moment.HandOffNoted => $"took note of the alarm about a hand-over{why}",
        };
    }

    public static string Icon(Moment kind) => kind switch
    {
        Moment.Viewed or Moment.ReadForEvidence => "eye",
        Moment.Graded or Moment.Assessed => "risk",
        Moment.RecordingOverdue or Moment.TaskOverdue or Moment.HandOffFailed or Moment.HandOffOverdue => "warning",
        Moment.TaskDone or Moment.Closed or Moment.HandOffAnswered or Moment.Deployed => "success",
        Moment.FactNoted or Moment.OpinionNoted or Moment.Advised or Moment.Decided or Moment.Corrected => "note",
        Moment.HandOffAsked or Moment.HandOffDelivered or Moment.TransferOffered or Moment.AnswerAsked => "publish",
        Moment.TaskSet or Moment.TaskPassed => "clock",
        Moment.Recorded or Moment.TakenOver => "incidents",
        _ => "person",
    };

    public static string Kind(PartyKind kind) => kind switch { PartyKind.Person => "Person", PartyKind.Place => "Place", PartyKind.Vehicle => "Vehicle" };

    public static string Kind(NoteKind kind, ServiceProfile profile) => kind switch
    {
        NoteKind.Fact => "Fact",
        NoteKind.Opinion => "Opinion",
        NoteKind.Advice => profile.Words.Advice,
    };

    public static string Source(PinSource source) => source switch
    {
        PinSource.Said => "The person said it",
        PinSource.Shared => "Their device gave it",
        PinSource.WorkedOut => "We worked it out",
    };

    public static string Area(Area area) => area == Model.Area.Rural ? "Country" : "Town";

    public static string Recording(RecordingAnswer answer, ServiceProfile profile) => answer switch
    {
        RecordingAnswer.Yes => profile.Recording?.Yes ?? "Yes",
        RecordingAnswer.No => profile.Recording?.No ?? "No",
        RecordingAnswer.Undecided => "Not decided yet",
        RecordingAnswer.NotAsked => "Not asked",
    };

    /// <summary>The state of a clock that runs out: over, nearly, or well.</summary>
    public static string? Pressing(DateTimeOffset? due, DateTimeOffset now) =>
        due is not { } at ? null : at <= now ? "late" : at - now <= TimeSpan.FromMinutes(5) ? "soon" : null;

    private static string Lower(string words) => string.Concat(char.ToLowerInvariant(words[0]).ToString(), words.AsSpan(1));
}
