using System.Globalization;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Audit.Alarms;

/// <summary>The ledger's alarms in the bar across every page, for those who may read the ledger.</summary>
internal sealed class LedgerAlarms(Store<AuditModule> store) : IAlarmSource
{
    private const string Ledger = "ledger";

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        if (!person.Grants.Allows(AuditPermissions.Read))
            return [];
        var open = await store.QueryAsync(AlarmStatements.Open, null, ct);
        return [.. open.Select(a => new RaisedAlarm(Id(a), $"Audit ledger: {a.What}", "/audit/verify", a.RaisedAt, $"/audit/alarms/{Digits(a)}/acknowledge"))];
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct) =>
        alarm.NumberOf(Ledger) is { } id ? (await store.FindAsync(AlarmStatements.Acknowledged, new { id }, ct))?.AcknowledgedBy : null;

    private static string Id(AlarmRow alarm) => $"{Ledger}-{Digits(alarm)}";

    private static string Digits(AlarmRow alarm) => alarm.Id.ToString(CultureInfo.InvariantCulture);
}
