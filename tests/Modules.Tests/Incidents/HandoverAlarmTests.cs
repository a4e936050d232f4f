using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class HandoverAlarmTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task HandoverThatFails_SoundsUntilSomebodyTakesNote(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver);
        receiver.Answers = () => (401, "");
        var handover = await HandOverAsync(force);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        var alarm = Assert.Single(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        Assert.Contains("could not be handed over to Command and control", alarm.Text, StringComparison.Ordinal);
        Assert.Empty(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Operator, Ct));
        Assert.IsType<ChangeResult.NotAllowed>(await force.Get<NoteHandover>().HandleAsync(IncidentsForce.Operator, handover, Ct));

        await force.Get<NoteHandover>().HandleAsync(IncidentsForce.Rees, handover, Ct);
        await force.Get<NoteHandover>().HandleAsync(IncidentsForce.Rees, handover, Ct);
        Assert.Empty(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        Assert.Equal(1L, await force.Get<HandoverAlarms>().WhoAcknowledgedAsync(alarm, Ct));
        Assert.Single(await force.RaisedAsync<HandoverAlarmNoted>());

        force.Force.Clock.Advance(TimeSpan.FromSeconds(1));
        await force.Get<SettleHandover>().HandleAsync(IncidentsForce.Rees, handover, Settling.Retry, null, Ct);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.NotEqual(alarm.Id, Assert.Single(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct)).Id);
    }

    [Theory, Databases]
    public async Task HandoverThatNobodyTakesOrAnswersInTime_SoundsOnce_AndEndsWithTheAnswer(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver);
        receiver.Answers = () => (503, "");
        var handover = await HandOverAsync(force);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        await force.Get<RaiseLateHandovers>().LookAsync(Ct);
        Assert.Empty(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        force.Force.Clock.Advance(TimeSpan.FromMinutes(6));
        await force.Get<RaiseLateHandovers>().LookAsync(Ct);
        await force.Get<RaiseLateHandovers>().LookAsync(Ct);
        Assert.Contains("has not reached", Assert.Single(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct)).Text, StringComparison.Ordinal);

        receiver.Answers = () => (202, "");
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Empty(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        force.Force.Clock.Advance(TimeSpan.FromMinutes(61));
        await force.Get<RaiseLateHandovers>().LookAsync(Ct);
        Assert.Contains("nobody there has answered", Assert.Single(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct)).Text, StringComparison.Ordinal);
        Assert.Equal([false, true], (await force.RaisedAsync<HandoverOverdue>()).Select(e => e.Delivered));

        await force.Get<EnterAnswer>().HandleAsync(IncidentsForce.Rees, handover, true, "CAD 9", null, Ct);
        Assert.Empty(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
    }

    private static async Task<long> HandOverAsync(IncidentsForce force)
    {
        force.Converse(7);
        var id = (await force.RecordAsync(7)).Id;
        await force.Get<HandIncidentOver>().HandleAsync(IncidentsForce.Rees, new(id, "cad", "Please attend"), Ct);
        return Assert.Single(await force.Store.QueryAsync(HandoverStatements.OfIncident, new { incidentId = id }, Ct)).Id;
    }

    private static Task<IncidentsForce> OpenAsync(Dialect dialect, Receiver receiver) => IncidentsForce.OpenAsync(dialect, add: services => services.AddSingleton(new Destinations(
        [new() { Key = "cad", Name = "Command and control", Way = Way.Webhook, Address = receiver.Address, Secret = "a secret of the two systems" }])));
}
