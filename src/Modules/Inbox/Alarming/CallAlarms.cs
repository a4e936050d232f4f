using System.Globalization;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Calls that went wrong are an alarm themselves: somebody believes that people were told, and they were not.</summary>
internal sealed class CallAlarms(Store<InboxModule> store, TimeProvider clock) : IAlarmSource
{
    public const string Page = "/inbox/alarming/calls";
    private const string Call = "alarm-call";
    private readonly LastReading<InboxModule, IReadOnlyList<AlarmCallRow>> _last = new(store, clock);

    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        if (!person.Grants.Allows(InboxPermissions.Acknowledge))
            return [];
        return [.. (await _last.GetAsync(token => store.QueryAsync(AlarmCallStatements.Troubled, new { take = 10 }, token), ct)).Select(Raise)];
    }

    public async Task<long?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct) =>
        alarm.NumberOf(Call) is { } id ? (await store.FindAsync(AlarmCallStatements.Load, new { id }, ct))?.NotedBy : null;

    private static RaisedAlarm Raise(AlarmCallRow call)
    {
        var id = call.Id.ToString(CultureInfo.InvariantCulture);
        var what = call.Way == CallWay.Email ? "The e-mail about risk alarms" : "The hook about risk alarms";
        var how = call.State switch
        {
            CallState.Waiting or CallState.Attempting => "did not get through and is tried again",
            CallState.Unknown => "may not have arrived: tell them by telephone",
            _ => "did not arrive: tell them by telephone",
        };
        return new($"{Call}-{id}", $"{what} {how} ({call.StepName})", Page, call.CreatedAt, $"{Page}?handler=Note&call={id}");
    }
}
