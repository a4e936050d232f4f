using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class RecordTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Record_FromAConversation_CountsFromFirstContact(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var first = TestForce.Start.AddHours(-3);
        force.Converse(7, first);
        var incident = await force.RecordAsync(7);

        Assert.Equal("0001 of 21/11/2026", incident.Number);
        Assert.Equal((first, first.AddHours(24), RecordingAnswer.Undecided), (incident.FirstContactAt, incident.RecordingDueAt, incident.Recording));
        Assert.Equal(first.AddSeconds(2).AddMinutes(15), incident.RespondBy);
        Assert.Equal([Moment.Recorded, Moment.Joined], await force.MomentsAsync(incident.Id));
        Assert.Equal((incident.Id, 7L, first), Assert.Single((await force.RaisedAsync<IncidentRecorded>()).Select(e => (e.IncidentId, e.ConversationId!.Value, e.FirstContactAt))));
        Assert.Equal(7, Assert.Single(await force.RaisedAsync<ConversationJoined>()).ConversationId);
    }

    [Theory, Databases]
    public async Task Record_FromNothing_CountsFromNow(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var incident = await force.RecordAsync(recording: RecordingAnswer.Yes);
        Assert.Equal((TestForce.Start, TestForce.Start, RecordingAnswer.Yes), (incident.FirstContactAt, incident.RecordingAt, incident.Recording));
        Assert.True(Assert.Single(await force.RaisedAsync<RecordingDecided>()).InTime);
    }

    [Theory, Databases]
    public async Task Record_ByManyAtOnce_LeavesNoGapAndNoDouble(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var incidents = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => force.RecordAsync())));
        Assert.Equal(Enumerable.Range(1, 60), incidents.Select(i => i.Sequence).Order());
    }

    [Theory, Databases]
    public async Task Record_AfterMidnightOnTheForcesClock_BeginsAtOneAgain(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        await force.RecordAsync();
        await force.RecordAsync();
        force.Force.Clock.Advance(TimeSpan.FromHours(22));
        Assert.Equal("0001 of 22/11/2026", (await force.RecordAsync()).Number);
    }

    [Theory, Databases]
    public async Task Record_WhenTheFormIsSentTwice_RecordsOnce(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var command = force.Command();
        var outcomes = new[] { await force.Get<RecordIncident>().HandleAsync(IncidentsForce.Rees, command, Ct), await force.Get<RecordIncident>().HandleAsync(IncidentsForce.Rees, command, Ct) };
        Assert.Equal("0001 of 21/11/2026", Assert.Single(outcomes.Select(o => Assert.IsType<RecordOutcome.Recorded>(o).Incident.Number).Distinct()));
        Assert.IsType<RecordOutcome.NotFound>(await force.Get<RecordIncident>().HandleAsync(IncidentsForce.Okafor, command, Ct));
        Assert.Single(await force.RaisedAsync<IncidentRecorded>());
    }

    [Theory, Databases]
    public async Task Record_InAnExercise_UsesUpNoRealNumber(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        force.Converse(7, rehearsal: true);
        Assert.Equal("EXERCISE 0001 of 21/11/2026", (await force.RecordAsync(7)).Number);
        Assert.Equal("0001 of 21/11/2026", (await force.RecordAsync()).Number);
    }

    [Theory, Databases]
    public async Task Record_WithoutThePermissionThere_IsRefused(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        force.Converse(7, channel: 100);
        var elsewhere = new Person(9, "Elsewhere", 90, "127.0.0.1", new([(IncidentsPermissions.Record, Reach.Only([200], [])), (IncidentsPermissions.Read, Reach.Only([200], []))]));
        Assert.IsType<RecordOutcome.NotAllowed>(await force.Get<RecordIncident>().HandleAsync(elsewhere, force.Command(7), Ct));
        Assert.IsType<RecordOutcome.NotFound>(await force.Get<RecordIncident>().HandleAsync(IncidentsForce.Rees, force.Command(8), Ct));

        var hidden = await force.RecordAsync(7);
        Assert.Null(await force.Get<ReadIncident>().HandleAsync(elsewhere, hidden.Id, Ct));
        Assert.Null(await force.Get<IIncidents>().FindByNumberAsync(elsewhere, hidden.Number, Ct));
        Assert.Empty((await force.Get<ReadIncidents>().HandleAsync(elsewhere, new(Which.All, null, null, null), Ct)).Rows);
        Assert.IsType<ChangeResult.NotFound>(await force.Get<JoinConversation>().HandleAsync(elsewhere, hidden.Id, 7, null, Ct));
    }

    [Theory, Databases]
    public async Task Join_OfAnEarlierConversation_MovesTheClocks_AndSplitMovesThemBack(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var (late, early) = (TestForce.Start.AddHours(-1), TestForce.Start.AddHours(-5));
        force.Converse(7, late);
        force.Converse(8, early, "Chirper");
        var id = (await force.RecordAsync(7)).Id;

        var joined = Assert.IsType<ChangeResult.Done>(await force.Get<JoinConversation>().HandleAsync(IncidentsForce.Rees, id, 8, "The same event", Ct));
        Assert.Equal((early, early.AddHours(24)), (joined.Incident.FirstContactAt, joined.Incident.RecordingDueAt));
        await force.Get<JoinConversation>().HandleAsync(IncidentsForce.Rees, id, 8, "Again", Ct);
        Assert.Equal(2, (await force.RaisedAsync<ConversationJoined>()).Count);
        Assert.Equal([7L, 8L], (await force.Get<IIncidents>().LiveAmongAsync([7, 8, 9], Ct)).Order());

        Assert.IsType<ChangeResult.Refused>(await force.Get<SplitConversation>().HandleAsync(IncidentsForce.Rees, id, 8, " ", Ct));
        await force.Get<SplitConversation>().HandleAsync(IncidentsForce.Okafor, id, 8, "Another street", Ct);
        Assert.Equal((late, late.AddHours(24)), ((await force.LoadAsync(id)).FirstContactAt, (await force.LoadAsync(id)).RecordingDueAt));
        Assert.Equal(8, Assert.Single(await force.RaisedAsync<ConversationSplit>()).ConversationId);
        Assert.Equal([Moment.Recorded, Moment.Joined, Moment.Joined, Moment.Split], await force.MomentsAsync(id));
        Assert.Single(await force.Get<IConversationIncidents>().OfAsync(IncidentsForce.Rees, 7, Ct));
        Assert.Empty(await force.Get<IConversationIncidents>().OfAsync(IncidentsForce.Rees, 8, Ct));
    }

    [Theory, Databases]
    public async Task Join_OfAnExercise_IsRefused(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        force.Converse(7);
        force.Converse(8, rehearsal: true);
        var id = (await force.RecordAsync(7)).Id;
        Assert.IsType<ChangeResult.Refused>(await force.Get<JoinConversation>().HandleAsync(IncidentsForce.Rees, id, 8, null, Ct));
    }

    [Theory, Databases]
    public async Task Correct_KeepsWhatItSaidBefore(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var i = await force.RecordAsync();
        await force.Get<CorrectIncident>().HandleAsync(
            IncidentsForce.Rees, new(i.Id, "She was served at the Plough", i.Location, true, i.OpeningCategory, ["drugs"], "She rang back"), Ct);

        Assert.Equal("She was served at the Plough", (await force.LoadAsync(i.Id)).Summary);
        Assert.Equal(["Summary", "Qualifiers"], Assert.Single(await force.RaisedAsync<IncidentCorrected>()).Changed);
        var view = (await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Rees, i.Id, Ct))!;
        Assert.Equal(["drugs"], view.Qualifiers);
        Assert.Contains(view.Story.OfType<Happening.Done>(), d => d.Entry.Detail?.Contains("served at the Crown", StringComparison.Ordinal) == true);
    }
}
