using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to evidence, in words.</summary>
internal static class EvidencePhrases
{
    public static Phrases AddEvidence(this Phrases all) => all
        .Say<ExhibitMarked>(e => Invariant($"marked {e.Target.ToLowerInvariant()} {e.TargetId} of conversation {e.ConversationId} as exhibit {e.Mark}"))
        .Say<ExhibitChanged>(e => Invariant($"changed the marks of exhibit {e.ExhibitId} of conversation {e.ConversationId}"))
        .Say<HoldPlaced>(e => Invariant($"placed conversation {e.ConversationId} on legal hold: {e.Basis}"))
        .Say<HoldReleased>(e => Invariant($"ended the legal hold on conversation {e.ConversationId}"))
        .Say<MaterialReadForEvidence>(e => Invariant($"had conversation {e.ConversationId} read for an export"))
        .Say<MaterialViewed>(e => Invariant($"viewed {e.Shown} lines of {string.Join(", ", e.Conversations.Select(c => Invariant($"conversation {c}")))} for an export"))
        .Say<ExportRequested>(e => Invariant($"ordered export {e.ExportId} of {string.Join(", ", e.Conversations.Select(c => Invariant($"conversation {c}")))} for {e.Recipient} on the basis of {e.Basis}"))
        .Say<ExportBegun>(e => Invariant($"began to make export {e.ExportId} (attempt {e.Attempt})"))
        .Say<EvidenceExported>(e => Invariant($"made export {e.ExportId} for {e.Recipient}: {e.Files} files, {e.Bytes} bytes, fingerprint {e.Fingerprint}"))
        .Say<ExportFailed>(e => Invariant($"could not make export {e.ExportId}: {e.Problem}"))
        .Say<ExportDownloaded>(e => Invariant($"downloaded export {e.ExportId} for {e.Recipient}"));
}
