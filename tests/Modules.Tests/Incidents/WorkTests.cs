using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Closing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.Grading;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Incidents.Tasking;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class WorkTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Task_WhenOverdue_AlarmsOnce_UntilSomebodyTakesNote(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync(recording: RecordingAnswer.No)).Id;
        Assert.IsType<ChangeResult.Done>(await force.Get<SetTask>().HandleAsync(IncidentsForce.Rees, new(id, "call-back", "Ring her back", 2, 1), Ct));
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        Assert.Empty(await force.Get<OverdueAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));

        force.Force.Clock.Advance(TimeSpan.FromMinutes(61));
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        Assert.Contains("0001 of 21/11/2026 is overdue", Assert.Single(await force.Get<OverdueAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct)).Text, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single((await force.Get<ReadIncidents>().HandleAsync(IncidentsForce.Rees, new(Which.Overdue, null, null, null), Ct)).Rows).Id);

        var task = Assert.Single(await force.RaisedAsync<TaskOverdue>()).TaskId;
        await force.Get<NoteAlarm>().OfTaskAsync(IncidentsForce.Okafor, id, task, Ct);
        Assert.Empty(await force.Get<OverdueAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        Assert.Equal(task, Assert.Single(await force.RaisedAsync<TaskAlarmNoted>()).TaskId);

        Assert.IsType<ChangeResult.Refused>(await force.Get<CloseIncident>().HandleAsync(IncidentsForce.Rees, new(id, "A1", "Done"), Ct));
        Assert.IsType<ChangeResult.Refused>(await force.Get<EndTask>().HandleAsync(IncidentsForce.Rees, new(id, task, false, " "), Ct));
        await force.Get<EndTask>().HandleAsync(IncidentsForce.Okafor, new(id, task, true, "She is well"), Ct);
        Assert.IsType<ChangeResult.Done>(await force.Get<CloseIncident>().HandleAsync(IncidentsForce.Rees, new(id, "A1", "Done"), Ct));
        Assert.Equal(
            [Moment.Recorded, Moment.RecordingDecided, Moment.TaskSet, Moment.TaskOverdue, Moment.TaskNoted, Moment.TaskDone, Moment.Closed], await force.MomentsAsync(id));
    }

    [Theory, Databases]
    public async Task Task_WithANewDeadline_AlarmsAgain(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync(recording: RecordingAnswer.No)).Id;
        await force.Get<SetTask>().HandleAsync(IncidentsForce.Rees, new(id, "check", "Look her up", 1, 1), Ct);
        force.Force.Clock.Advance(TimeSpan.FromHours(2));
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        var task = Assert.Single(await force.RaisedAsync<TaskOverdue>()).TaskId;
        Assert.IsType<ChangeResult.Refused>(await force.Get<PassTask>().HandleAsync(IncidentsForce.Rees, new(id, task, 2, 1, ""), Ct));
        Assert.IsType<ChangeResult.Refused>(await force.Get<PassTask>().HandleAsync(IncidentsForce.Rees, new(id, task, 77, 1, "So"), Ct));
        Assert.IsType<ChangeResult.Done>(await force.Get<PassTask>().HandleAsync(IncidentsForce.Rees, new(id, task, 2, 1, "My shift ends"), Ct));
        Assert.Empty(await force.Get<OverdueAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        force.Force.Clock.Advance(TimeSpan.FromHours(2));
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        Assert.Equal([1L, 2L], (await force.RaisedAsync<TaskOverdue>()).Select(t => t.OwnerId));
    }

    [Theory, Databases]
    public async Task Recording_WhenNotDecidedInTime_AlarmsOnce(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        force.Converse(7, TestForce.Start.AddHours(-23));
        var id = (await force.RecordAsync(7)).Id;
        force.Force.Clock.Advance(TimeSpan.FromMinutes(61));
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        await force.Get<RaiseOverdue>().LookAsync(Ct);
        Assert.Contains("Crime of incident", Assert.Single(await force.Get<OverdueAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct)).Text, StringComparison.Ordinal);
        await force.Get<NoteAlarm>().OfRecordingAsync(IncidentsForce.Rees, id, Ct);
        Assert.Empty(await force.Get<OverdueAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct));
        Assert.Single(await force.RaisedAsync<RecordingOverdue>());
        Assert.Single(await force.RaisedAsync<RecordingAlarmNoted>());
    }

    [Theory, Databases]
    public async Task Parties_AreLinked_AndLeaveWithTheirLinks(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        force.Converse(7);
        var id = (await force.RecordAsync(7)).Id;
        var involve = force.Get<InvolveParty>();
        Assert.IsType<ChangeResult.Refused>(await involve.HandleAsync(IncidentsForce.Rees, new(id, PartyKind.Person, "Kelly", null, ["witness"], ["child"], 999), Ct));
        await involve.HandleAsync(IncidentsForce.Rees, new(id, PartyKind.Person, "Kelly", "Works at the bar", ["witness", "caller"], ["child"], 70), Ct);
        await involve.HandleAsync(IncidentsForce.Rees, new(id, PartyKind.Place, "The Crown", null, [], [], null), Ct);
        var (kelly, crown) = ((await force.RaisedAsync<PartyInvolved>())[0].PartyId, (await force.RaisedAsync<PartyInvolved>())[1].PartyId);
        Assert.IsType<ChangeResult.Refused>(await force.Get<LinkParties>().HandleAsync(IncidentsForce.Rees, id, kelly, kelly, "knows", Ct));
        Assert.IsType<ChangeResult.Refused>(await force.Get<LinkParties>().HandleAsync(IncidentsForce.Rees, id, kelly, crown, "married", Ct));
        await force.Get<LinkParties>().HandleAsync(IncidentsForce.Rees, id, kelly, crown, "seen-at", Ct);
        await force.Get<LinkParties>().HandleAsync(IncidentsForce.Rees, id, kelly, crown, "seen-at", Ct);
        Assert.Single(await force.RaisedAsync<PartiesLinked>());

        await force.Get<RemoveParty>().HandleAsync(IncidentsForce.Okafor, id, crown, "Another pub", Ct);
        var view = (await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Rees, id, Ct))!;
        Assert.Equal(("Kelly", "Witness, Caller", "Child"), Assert.Single(view.Present.Select(p => (p.Label, string.Join(", ", p.RoleNames(force.Get<ServiceProfile>())), string.Join(", ", p.MarkerNames(force.Get<ServiceProfile>()))))));
        Assert.All(view.Links, l => Assert.NotNull(l.RemovedAt));
        Assert.Equal(2, (await force.Get<IIncidents>().ContentsAsync(IncidentsForce.Rees, id, Ct))!.Parties.Count);
    }

    [Theory, Databases]
    public async Task Timeline_HoldsMessagesActsAndEveryView(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        force.Converse(7);
        var id = (await force.RecordAsync(7)).Id;
        await force.Get<RecordDeployment>().HandleAsync(IncidentsForce.Rees, id, Ct);
        await force.Get<TakeIncident>().HandleAsync(IncidentsForce.Okafor, id, Ct);
        await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Okafor, id, Ct);
        await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Okafor, id, Ct);
        var view = (await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Rees, id, Ct))!;

        Assert.Equal("I served her", Assert.Single(view.Story.OfType<Happening.Said>()).Message.Text);
        Assert.Equal(
            [Moment.Recorded, Moment.Joined, Moment.Deployed, Moment.Taken, Moment.Viewed, Moment.Viewed], view.Story.OfType<Happening.Done>().Select(d => d.Entry.Kind));
        Assert.Equal(2, (await force.RaisedAsync<IncidentViewed>()).Count);
        Assert.All(view.Story.OfType<Happening.Done>(), d => Assert.NotEmpty(Told.Of(d.Entry, force.Get<ServiceProfile>(), view.NameOf)));
    }

    [Theory]
    [InlineData("police")]
    [InlineData("fire")]
    [InlineData("ambulance")]
    public async Task AnIncident_OfAnyService_RunsFromRecordingToClosing(string profile)
    {
        await using var force = await IncidentsForce.OpenAsync(Dialect.Sqlite, profile);
        var p = force.Get<ServiceProfile>();
        force.Converse(7);
        var id = (await force.RecordAsync(7)).Id;
        await force.Get<RecordAssessment>().HandleAsync(IncidentsForce.Rees, id, force.Assessment(), Ct);
        Assert.IsType<ChangeResult.Done>(await force.Get<RegradeIncident>().HandleAsync(IncidentsForce.Rees, new(id, p.Grades[^1].Code, Area.Rural, "All is well"), Ct));
        Assert.IsType<ChangeResult.Done>(await force.Get<InvolveParty>().HandleAsync(IncidentsForce.Rees, new(id, PartyKind.Person, "Sam", null, [p.Roles[0].Code], [p.Markers[0].Code], 70), Ct));
        Assert.IsType<ChangeResult.Done>(await force.Get<SetTask>().HandleAsync(IncidentsForce.Rees, new(id, p.TaskKinds[0].Code, "Ring", 1, 1), Ct));
        var task = Assert.Single(await force.RaisedAsync<TaskSet>()).TaskId;
        await force.Get<EndTask>().HandleAsync(IncidentsForce.Rees, new(id, task, true, null), Ct);
        var decide = await force.Get<DecideRecording>().HandleAsync(IncidentsForce.Rees, new(id, false, "None"), Ct);
        Assert.Equal(p.Recording is not null, decide is ChangeResult.Done);
        Assert.IsType<ChangeResult.Done>(await force.Get<CloseIncident>().HandleAsync(IncidentsForce.Rees, new(id, p.Categories.Last().Code, "Done"), Ct));
        Assert.True((await force.Get<IIncidents>().FindAsync(IncidentsForce.Rees, id, Ct))!.Closed);
    }

    [Theory, Databases]
    public async Task List_IsFoundByKey_PageAfterPage(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        for (var n = 0; n < ReadIncidents.PageSize + 5; n++)
            await force.RecordAsync(grade: n % 2 == 0 ? "1" : "3", person: n % 5 == 0 ? IncidentsForce.Okafor : IncidentsForce.Rees);
        var read = force.Get<ReadIncidents>();
        var first = await read.HandleAsync(IncidentsForce.Rees, new(Which.Open, null, null, null), Ct);
        var second = await read.HandleAsync(IncidentsForce.Rees, new(Which.Open, null, null, first.Next), Ct);
        Assert.Equal(ReadIncidents.PageSize + 5, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
        Assert.Null(second.Next);
        Assert.Equal(11, (await read.HandleAsync(IncidentsForce.Okafor, new(Which.Mine, null, null, null), Ct)).Rows.Count);
        Assert.All((await read.HandleAsync(IncidentsForce.Rees, new(Which.Open, "3", null, null), Ct)).Rows, r => Assert.Equal("3", r.GradeCode));
        Assert.Equal("0042 of 21/11/2026", Assert.Single((await read.HandleAsync(IncidentsForce.Rees, new(Which.All, null, "0042", null), Ct)).Rows).Number);
        Assert.NotEmpty(await force.RaisedAsync<IncidentsListed>());
    }
}
