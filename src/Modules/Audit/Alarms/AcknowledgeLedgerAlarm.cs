using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Alarms;

/// <summary>Takes note of an alarm of the ledger, by name. It does not put right what is wrong: that stays in the service's health.</summary>
internal sealed class AcknowledgeLedgerAlarm(Store<AuditModule> store, TimeProvider clock)
{
    public static readonly ActKind Kind = new("audit.acknowledge-alarm");

    /// <summary>True where it was open; false where a colleague was faster or there is none.</summary>
    public async Task<bool> HandleAsync(Act act, long id, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(AlarmStatements.Acknowledge, new { id, at = clock.GetUtcNow(), by = act.Actor.Id }, ct) == 0)
            return false;
        session.Raise(new LedgerAlarmAcknowledged(id));
        await session.CommitAsync(ct);
        return true;
    }
}
