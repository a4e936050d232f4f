using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Contracts.Publishing;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to records whose time is over, in words.</summary>
internal static class RecordPhrases
{
    public static Phrases AddRecords(this Phrases all) => all
        .Say<RetentionClassChanged>(e => Invariant($"set retention class {e.Code} to {e.Months} months{(e.Checked ? ", checked" : "")}{(e.Retired ? ", retired" : "")}"))
        .Say<RetentionRuleChanged>(e => e.ClassCode is { } code
            ? Invariant($"gave every {Of(e.Kind, e.Category, e.Grade)} retention class {code}")
            : Invariant($"took away the retention rule for every {Of(e.Kind, e.Category, e.Grade)}"))
        .Say<RecordReclassified>(e => Invariant($"gave {e.Kind.ToLowerInvariant()} {e.RecordId} retention class {e.To} instead of {e.From}"))
        .Say<ReviewDue>(e => Invariant($"found {e.Kind.ToLowerInvariant()} {e.RecordId} due for review under {e.ClassCode}"))
        .Say<ReviewLapsed>(e => Invariant($"found {e.Kind.ToLowerInvariant()} {e.RecordId} not due for review any more"))
        .Say<RecordRetained>(e => Invariant($"reviewed {e.Kind.ToLowerInvariant()} {e.RecordId} and kept it until {e.Until:d MMMM yyyy} ({string.Join(", ", e.Reasons)})"))
        .Say<DisposalProposed>(e => Invariant($"proposed to dispose of {e.Kind.ToLowerInvariant()} {e.RecordId} under {e.ClassCode}"))
        .Say<DisposalTurnedDown>(e => Invariant($"turned the disposal of {e.Kind.ToLowerInvariant()} {e.RecordId} down"))
        .Say<DisposalConfirmed>((e, names) => Invariant($"confirmed that {e.Kind.ToLowerInvariant()} {e.RecordId} is disposed of under {e.ClassCode}, as {names.Of(e.ProposedBy)} proposed"))
        .Say<DisposalStopped>(e => Invariant($"did not dispose of {e.Kind.ToLowerInvariant()} {e.RecordId}: {e.Why}"))
        .Say<PartDisposed>(e => Invariant($"erased {e.Rows} rows and {e.Files} files of {e.Module} under disposal {e.ReviewId}"))
        .Say<RecordDisposed>((e, names) => Invariant($"disposed of {e.Kind.ToLowerInvariant()} {e.RecordId} under {e.ClassCode}, proposed by {names.Of(e.DecidedBy)}, confirmed by {names.Of(e.ConfirmedBy)}"))
        .Say<BagErased>(e => Invariant($"erased the bag of export {e.ExportId} under disposal {e.DisposalId}"))
        .Say<TracesErased>(e => Invariant($"rewrote all files after {e.Disposals} disposals"))
        .Say<ConversationDisposed>(e => Invariant($"erased what {(e.MessageId is { } message ? Invariant($"message {message} of ") : "")}conversation {e.ConversationId} held ({e.ClassCode})"))
        .Say<IncidentDisposed>(e => Invariant($"erased what incident {e.IncidentId} held ({e.ClassCode})"))
        .Say<AssessmentsDisposed>(e => Invariant($"erased {e.Rows} assessments under disposal {e.DisposalId}"))
        .Say<DeliveriesDisposed>(e => Invariant($"erased {e.Rows} rows of what was sent under disposal {e.DisposalId}"));

    private static string Of(string kind, string category, string grade) => string.Concat(
        kind.ToLowerInvariant(), category.Length > 0 ? Invariant($" of category {category}") : "", grade.Length > 0 ? Invariant($" of grade {grade}") : "");
}
