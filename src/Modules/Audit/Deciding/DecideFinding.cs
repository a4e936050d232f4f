using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Keeping;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Deciding;

/// <summary>
/// Decides about something that was found wrong with the ledger: what came of looking into it, and that the service may go on. What
/// is wrong stays wrong, and the same finding alarms nobody again; another one does.
/// </summary>
internal sealed class DecideFinding(Store<AuditModule> store, LedgerHealth health, RaiseLedgerAlarm alarm, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("audit.decide-finding");

    /// <summary>What can be decided about. A ledger that cannot be signed is no finding: it has to be put right.</summary>
    public static readonly IReadOnlyList<string> Findings = [VerifyingService.FoundWrong, SelfCheck.TailWrong];

    public async Task<LedgerKeepingAnswer> HandleAsync(Act act, string kind, string reason, CancellationToken ct)
    {
        if (Reason.Problem(reason) is { } problem)
            return new(false, problem);
        if (!Findings.Contains(kind) || !health.Troubles.TryGetValue(kind, out var what))
            return new(false, "That is not found wrong any more: there is nothing to decide.");
        var id = ids.New();
        var said = RaiseLedgerAlarm.Said(what);
        await using var session = await store.BeginAsync(act, ct);
        await session.ExecuteAsync(DecisionStatements.Add, new DecisionRow
        {
            Id = id,
            Kind = kind,
            What = said,
            Reason = reason.Trim(),
            DecidedAt = clock.GetUtcNow(),
            DecidedBy = act.Actor.Id,
        }, ct);
        session.Raise(new FindingDecided(id, kind, said, reason.Trim()));
        await session.CommitAsync(ct);
        alarm.Well(kind);
        return new(true, "Your decision is in the ledger. The service's health no longer speaks of this finding.");
    }
}
