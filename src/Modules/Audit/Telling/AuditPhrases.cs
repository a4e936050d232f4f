using PoliceSocial.Contracts.Audit;
using static System.FormattableString;

namespace PoliceSocial.Audit.Telling;

/// <summary>What happens to the ledger itself, in words.</summary>
internal static class AuditPhrases
{
    public static Phrases AddAudit(this Phrases all) => all
        .Say<LedgerViewed>(e => Invariant($"looked into the ledger: {e.Asked} ({Counted.Of(e.Shown, "entry", "entries")} shown)"))
        .Say<LedgerExported>(e => Invariant($"gave the ledger to {e.Recipient}: {Counted.Of(e.Entries, "entry", "entries")}, {Counted.Of(e.Checkpoints, "checkpoint")}"))
        .Say<IcoExtractGiven>(e => Invariant($"gave the log of processing from {e.From:yyyy-MM-dd} to {e.To:yyyy-MM-dd} to {e.Recipient} (Data Protection Act 2018, s.62)"))
        .Say<VerificationBegun>(_ => "began to verify the whole ledger")
        .Say<VerificationEnded>(e => e.What is { } what
            ? Invariant($"verified the ledger and found it wrong: {what}")
            : Invariant($"verified the ledger and found {Counted.Of(e.Entries, "entry", "entries")} whole"))
        .Say<LedgerAlarmRaised>(e => Invariant($"raised an alarm about the ledger: {e.What}"))
        .Say<LedgerAlarmAcknowledged>(e => Invariant($"acknowledged ledger alarm {e.AlarmId}"))
        .Say<LedgerKeyChanged>(e => Invariant($"had another key sign the ledger, {(e.Lost ? "the old one being lost" : "as the old one signed")}: {e.Reason}"))
        .Say<LedgerRestoreAccepted>(e => Invariant($"answered for an older copy of the ledger: of {e.Lost} signed entries, those from {e.From} on are lost: {e.Reason}"))
        .Say<FindingDecided>(e => Invariant($"decided about what was found wrong with the ledger ({e.What}): {e.Reason}"))
        .Say<FactsErased>(e => Invariant($"erased the details of entries {e.First} to {e.Last}: {e.Reason}"));
}
