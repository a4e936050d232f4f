using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PoliceSocial.Audit.Deciding;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Alarms;

/// <summary>Alarms everybody who reads the ledger that something is wrong with it: once for each trouble, until it is well again.</summary>
internal sealed class RaiseLedgerAlarm(
    Store<AuditModule> store, LedgerHealth health, ActFactory acts, Ids ids, TimeProvider clock, ILogger<RaiseLedgerAlarm> log)
{
    public static readonly ActKind Kind = new("audit.raise-alarm");
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

    public async Task HandleAsync(string kind, string what, CancellationToken ct)
    {
        if ((_told.TryGetValue(kind, out var told) && told == what) || !await RecallAsync(kind, what, ct))
            return;

        log.LogError("The audit ledger: {What}", what);
        await TellAsync(kind, what, ct);
        _told[kind] = what;
    }

    /// <summary>Puts what is wrong into the service's health; false where somebody has decided about just that.</summary>
    public async Task<bool> RecallAsync(string kind, string what, CancellationToken ct)
    {
        if (await store.FindAsync(DecisionStatements.Of, new { kind, what = Said(what) }, ct) is not null)
        {
            Well(kind);
            return false;
        }

        health.Note(kind, what);
        return true;
    }

    /// <summary>What is wrong, as it is stored.</summary>
    public static string Said(string what) => what.Length > 1_000 ? what[..1_000] : what;

    public void Well(string kind)
    {
        health.Well(kind);
        _told.TryRemove(kind, out _);
    }

    private async Task TellAsync(string kind, string what, CancellationToken ct)
    {
        var said = Said(what);
        var open = await store.QueryAsync(AlarmStatements.Open, null, ct);
        if (open.Any(a => a.Kind == kind && a.What == said))
            return;

        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var id = ids.New();
        await session.ExecuteAsync(AlarmStatements.Raise, new AlarmRow { Id = id, Kind = kind, What = said, RaisedAt = clock.GetUtcNow() }, ct);
        session.Raise(new LedgerAlarmRaised(id, kind, said));
        await session.CommitAsync(ct);
    }
}
