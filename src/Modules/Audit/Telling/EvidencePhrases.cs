using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to evidence, in words.</summary>
internal static class EvidencePhrases
{
    public static Phrases AddEvidence(this Phrases all) => all
        .Say<ExhibitMarked>(e => Invariant($"marked {Part(e.Target, e.TargetId, e.ConversationId)} as exhibit {e.Mark}{(e.Basis is { } basis ? $", on the basis of {basis}" : "")}"))
        .Say<ExhibitChanged>(e => Invariant($"changed the marks of exhibit {e.ExhibitId} of {Whole(e.ConversationId, e.IncidentId)}"))
        .Say<HoldPlaced>(e => Invariant($"placed {Part(e.Target, e.TargetId == 0 ? e.ConversationId ?? 0 : e.TargetId, e.ConversationId)} on legal hold: {e.Basis}"))
        .Say<HoldReleased>(e => Invariant($"ended a legal hold on {Whole(e.ConversationId, e.IncidentId)}"))
        .Say<MaterialReadForEvidence>(e => Invariant($"had conversation {e.ConversationId} read for an export"))
        .Say<MaterialViewed>(e => Invariant($"viewed {e.Shown} lines of {All(e.Conversations, e.IncidentId)} for an export"))
        .Say<ExportRequested>(e => Invariant($"ordered export {e.ExportId} of {All(e.Conversations, e.IncidentId)} for {e.Recipient} on the basis of {e.Basis}"))
        .Say<ExportBegun>(e => Invariant($"began to make export {e.ExportId} (attempt {e.Attempt})"))
        .Say<EvidenceExported>(e => Invariant($"made export {e.ExportId} for {e.Recipient}: {e.Files} files, {e.Bytes} bytes, fingerprint {e.Fingerprint}"))
        .Say<ExportFailed>(e => Invariant($"could not make export {e.ExportId}: {e.Problem}"))
        .Say<ExportDownloaded>(e => Invariant($"downloaded export {e.ExportId} for {e.Recipient}"));

    private static string Whole(long? conversation, long? incident) => incident is { } id ? Invariant($"incident {id}") : Invariant($"conversation {conversation}");

    private static string Part(string target, long id, long? conversation) => target is "Conversation" or "Incident" || conversation is null
        ? Invariant($"{target.ToLowerInvariant()} {id}")
        : Invariant($"{target.ToLowerInvariant()} {id} of conversation {conversation}");

    private static string All(IReadOnlyList<long> conversations, long? incident) => string.Join(
        ", ", (incident is { } id ? new[] { Invariant($"incident {id}") } : []).Concat(conversations.Select(c => Invariant($"conversation {c}"))));
}
