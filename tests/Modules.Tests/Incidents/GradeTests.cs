using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Closing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.Grading;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class GradeTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Lowering_NeedsAnAssessmentMadeSince_AndASupervisor(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync()).Id;
        var lower = new RegradeCommand(id, "3", Area.Urban, "She is safe at home");
        Assert.Contains("only after a THRIVE", (await RefusedAsync(force, lower)).Why, StringComparison.Ordinal);

        force.Force.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<ChangeResult.Done>(await force.Get<RecordAssessment>().HandleAsync(IncidentsForce.Operator, id, force.Assessment(), Ct));
        Assert.Contains("supervisor", Assert.IsType<ChangeResult.Refused>(await force.Get<RegradeIncident>().HandleAsync(IncidentsForce.Operator, lower, Ct)).Why, StringComparison.Ordinal);
        var done = Assert.IsType<ChangeResult.Done>(await force.Get<RegradeIncident>().HandleAsync(IncidentsForce.Rees, lower, Ct));

        Assert.Equal(("3", force.Force.Clock.GetUtcNow().AddMinutes(2_880)), (done.Incident.GradeCode, done.Incident.RespondBy));
        var regraded = Assert.Single(await force.RaisedAsync<IncidentRegraded>());
        Assert.Equal(("1", "3", true), (regraded.From, regraded.To, regraded.AssessmentId is not null));

        force.Force.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<ChangeResult.Done>(await force.Get<RegradeIncident>().HandleAsync(IncidentsForce.Operator, new(id, "1", Area.Urban, "He is back"), Ct));
        Assert.Contains("only after a THRIVE", (await RefusedAsync(force, lower)).Why, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Assessments_StandBesideOneAnother(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync()).Id;
        await force.Get<RecordAssessment>().HandleAsync(IncidentsForce.Rees, id, force.Assessment(), Ct);
        await force.Get<RecordAssessment>().HandleAsync(IncidentsForce.Okafor, id, force.Assessment() with { Rationale = "He has a knife" }, Ct);

        var view = (await force.Get<ReadIncident>().HandleAsync(IncidentsForce.Rees, id, Ct))!;
        Assert.Equal([(2, "He has a knife", 2L), (1, "Nobody is in danger now", 1L)], view.Assessments.Select(a => (a.Number, a.Rationale, a.AuthorId)));
        Assert.Equal([1, 2], (await force.RaisedAsync<AssessmentRecorded>()).Select(e => e.Edition));
    }

    [Theory, Databases]
    public async Task AFlaggedConversation_IsResolvedOnlyAfterAnAssessmentSince(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var (asked, flagged) = (force.Get<IConversationIncidents>(), TestForce.Start.AddMinutes(-1));
        force.Converse(7);
        force.Converse(8);
        Assert.NotNull(await asked.WhyNotResolveAsync(7, flagged, Ct));

        Assert.True(await force.Get<AssessConversation>().HandleAsync(IncidentsForce.Operator, 7, force.Assessment(), Ct));
        Assert.Null(await asked.WhyNotResolveAsync(7, flagged, Ct));
        Assert.NotNull(await asked.WhyNotResolveAsync(7, TestForce.Start.AddMinutes(1), Ct));
        Assert.Equal((null, 7L), Assert.Single((await force.RaisedAsync<AssessmentRecorded>()).Select(e => (e.IncidentId, e.ConversationId!.Value))));

        var id = (await force.RecordAsync(8)).Id;
        Assert.NotNull(await asked.WhyNotResolveAsync(8, flagged, Ct));
        await force.Get<RecordAssessment>().HandleAsync(IncidentsForce.Rees, id, force.Assessment(), Ct);
        Assert.Null(await asked.WhyNotResolveAsync(8, flagged, Ct));
        Assert.False(await force.Get<AssessConversation>().HandleAsync(IncidentsForce.Rees, 99, force.Assessment(), Ct));
    }

    [Fact]
    public void Assessment_SaysWhichHeadingsAreMissing()
    {
        var profile = ProfileFile.Read("police", ProfileFile.ShippedText("police"));
        var problems = new AssessmentCommand(new Dictionary<string, string?> { ["threat"] = "A knife", ["harm"] = " " }, null).Problems(profile).Select(p => p.Field);
        Assert.Equal(["harm", "risk", "vulnerability", "Rationale"], problems);
    }

    [Theory, Databases]
    public async Task Decisions_AndNotes_AreKeptAsTheyAre(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync()).Id;
        var elements = force.Get<ServiceProfile>().Decisions.Elements.ToDictionary(e => e.Code, string? (e) => $"About {e.Name}");
        Assert.Empty(new DecisionCommand("Send a car", elements).Problems(force.Get<ServiceProfile>()));
        await force.Get<LogDecision>().HandleAsync(IncidentsForce.Rees, id, new("Send a car", elements), Ct);
        await force.Get<WriteNote>().HandleAsync(IncidentsForce.Rees, new(id, NoteKind.Fact, "The door is open"), Ct);
        await force.Get<WriteNote>().HandleAsync(IncidentsForce.Rees, new(id, NoteKind.Opinion, "He seems drunk"), Ct);
        await force.Get<WriteNote>().HandleAsync(IncidentsForce.Rees, new(id, NoteKind.Advice, "Lock the door"), Ct);

        var contents = (await force.Get<IIncidents>().ContentsAsync(IncidentsForce.Rees, id, Ct))!;
        Assert.Equal(["Decision", "Fact", "Opinion", "Advice"], contents.Records.Select(r => r.Kind));
        Assert.Contains(contents.Records[0].Parts, p => p is { Heading: "Options", Words: "About Options" });
        Assert.Equal([false, true], (await force.RaisedAsync<FactNoted>()).Select(n => n.Opinion));
        Assert.Single(await force.RaisedAsync<AdviceGiven>());
    }

    [Theory, Databases]
    public async Task Recording_IsDecidedInTimeOrLate(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var id = (await force.RecordAsync()).Id;
        force.Force.Clock.Advance(TimeSpan.FromHours(25));
        await force.Get<DecideRecording>().HandleAsync(IncidentsForce.Rees, new(id, true, "Theft: her account is enough"), Ct);

        var decided = Assert.Single(await force.RaisedAsync<RecordingDecided>());
        Assert.Equal((true, false), (decided.Recorded, decided.InTime));
        Assert.Equal((RecordingAnswer.Yes, 1L), ((await force.LoadAsync(id)).Recording, (await force.LoadAsync(id)).RecordingBy));
    }

    [Theory, Databases]
    public async Task Close_WaitsForWhatIsOpen_AndKeepsTheOpeningCategory(Dialect dialect)
    {
        await using var force = await IncidentsForce.OpenAsync(dialect);
        var i = await force.RecordAsync();
        var close = new CloseCommand(i.Id, "S3", "She was found");
        Assert.Contains("not decided yet", Assert.IsType<ChangeResult.Refused>(await force.Get<CloseIncident>().HandleAsync(IncidentsForce.Rees, close, Ct)).Why, StringComparison.Ordinal);
        await force.Get<DecideRecording>().HandleAsync(IncidentsForce.Rees, new(i.Id, false, "Nothing was taken"), Ct);
        Assert.IsType<ChangeResult.NotAllowed>(await force.Get<CloseIncident>().HandleAsync(IncidentsForce.Operator, close, Ct));
        Assert.IsType<ChangeResult.Done>(await force.Get<CloseIncident>().HandleAsync(IncidentsForce.Rees, close, Ct));

        var closed = await force.LoadAsync(i.Id);
        Assert.Equal((IncidentState.Closed, i.OpeningCategory, "S3"), (closed.State, closed.OpeningCategory, closed.ClosingCategory));
        Assert.Empty(await force.Get<IIncidents>().LiveAmongAsync([7], Ct));
        Assert.IsType<ChangeResult.Refused>(await force.Get<RecordAssessment>().HandleAsync(IncidentsForce.Rees, i.Id, force.Assessment(), Ct));
        Assert.IsType<ChangeResult.Refused>(await force.Get<ReopenIncident>().HandleAsync(IncidentsForce.Rees, i.Id, "", Ct));
        await force.Get<ReopenIncident>().HandleAsync(IncidentsForce.Rees, i.Id, "He was seen again", Ct);
        Assert.Equal([Moment.Recorded, Moment.RecordingDecided, Moment.Closed, Moment.Reopened], await force.MomentsAsync(i.Id));
    }

    private static async Task<ChangeResult.Refused> RefusedAsync(IncidentsForce force, RegradeCommand command) =>
        Assert.IsType<ChangeResult.Refused>(await force.Get<RegradeIncident>().HandleAsync(IncidentsForce.Rees, command, Ct));
}
