using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Model;
using PoliceSocial.Evidence.Retaining;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Evidence;

public sealed class RetentionTests
{
    private static readonly Person Carver = TestForce.Staff(1, [.. EvidencePermissions.All.Select(p => p.Key)]);

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task ShippedClasses_AreThereOnce_AndMarkedAsToBeChecked(Dialect dialect)
    {
        await using var force = await DisposalTests.OpenAsync(dialect);
        await force.Get<ShipClasses>().StartAsync(Ct);
        var policy = await force.Get<ReadPolicy>().NowAsync(Ct);
        Assert.Equal(ShippedClasses.All.Select(c => c.Code).Order(StringComparer.Ordinal), policy.Classes.Select(c => c.Code));
        Assert.All(policy.Classes, c => Assert.False(c.Checked));
        Assert.Equal(ShippedClasses.Rules.Count, policy.Rules.Count);
        Assert.Equal(ShippedClasses.All.Count, (await force.Force.RaisedAsync("evidence")).OfType<RetentionClassChanged>().Count());
    }

    [Fact]
    public void TheClassOfARecord_IsThatOfTheRuleThatSaysMost_UnlessItWasGivenOne()
    {
        var policy = new RetentionPolicy([Class(1, "ANY"), Class(2, "GRADE"), Class(3, "CATEGORY"), Class(4, "BOTH"), Class(5, "GIVEN")], [
            new() { Kind = RecordKind.Incident, Category = "", Grade = "", ClassId = 1 }, new() { Kind = RecordKind.Incident, Category = "", Grade = "1", ClassId = 2 },
            new() { Kind = RecordKind.Incident, Category = "S1", Grade = "", ClassId = 3 }, new() { Kind = RecordKind.Incident, Category = "S1", Grade = "1", ClassId = 4 }]);
        Assert.Equal(["ANY", "GRADE", "CATEGORY", "BOTH"], new[] { ("A1", "2"), ("A1", "1"), ("S1", "2"), ("S1", "1") }.Select(r => policy.ClassOf(Incident(r.Item1, r.Item2), null)!.Code));
        var given = new RecordClassRow { Kind = RecordKind.Incident, RecordId = 7, ClassId = 5, Reason = "x", SetBy = 1, SetAt = TestForce.Start };
        Assert.Equal("GIVEN", policy.ClassOf(Incident("S1", "1"), given)!.Code);
        Assert.Null(policy.ClassOf(Incident("S1", "1") with { Kind = RecordKind.Conversation }, null));
        Assert.Null(RetentionPolicy.DueAt(Class(1, "ANY"), Incident("S1", "1") with { ClosedAt = null }));
        Assert.Equal(TestForce.Start.AddMonths(72), RetentionPolicy.DueAt(Class(1, "ANY"), Incident("S1", "1")));
    }

    [Theory, Databases]
    public async Task Fill_PutsWhatIsDueIntoTheQueueOnce(Dialect dialect)
    {
        await using var force = await DisposalTests.OpenAsync(dialect);
        var conversation = await force.ConversationAsync();
        force.Force.Clock.Advance(TimeSpan.FromDays(300));
        Assert.Equal(0, await force.Get<FillReviews>().FillAsync(Ct));
        force.Force.Clock.Advance(TimeSpan.FromDays(70));
        Assert.Equal(1, await force.Get<FillReviews>().FillAsync(Ct));
        Assert.Equal(0, await force.Get<FillReviews>().FillAsync(Ct));
        var review = Assert.Single(await force.Get<ReadReviews>().InStateAsync(Carver, ReviewState.Due, Ct));
        Assert.Equal((conversation.Id, "CONTACT", true, TestForce.Start.AddMonths(12)), (review.RecordId, review.ClassCode, review.Harmless, review.DueAt));
        Assert.Equal((1, 0), await force.Get<ReadReviews>().CountAsync(Carver, ReviewState.Due, Ct));
        force.Force.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal((1, 1), await force.Get<ReadReviews>().CountAsync(Carver, ReviewState.Due, Ct));
        Assert.Equal(1, (await force.Get<ReviewCounts>().CountsAsync(Carver, Ct))[ReviewCounts.Waiting]);
        Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<ReviewDue>());
    }

    [Theory, Databases]
    public async Task Retain_KeepsItUntilItsNewDate_WithTheReasons(Dialect dialect)
    {
        await using var force = await DisposalTests.OpenAsync(dialect);
        var id = await DisposalTests.DueAsync(force, (await force.ConversationAsync()).Id);
        var until = force.Force.Clock.GetUtcNow().AddYears(2);
        Assert.Equal(ReviewOutcome.Done, await force.Get<RetainRecord>().HandleAsync(Carver, new(id, until, ["vulnerable", "claim"], "She is known to social services"), Ct));
        Assert.Equal(ReviewOutcome.NotFound, await force.Get<RetainRecord>().HandleAsync(Carver, new(id, until, ["harm"], "again"), Ct));
        var review = await DisposalTests.LoadAsync(force, id);
        Assert.Equal((ReviewState.Retained, "vulnerable claim", 1L, until), (review.State, review.Reasons, review.DecidedBy, review.RetainedUntil));
        Assert.Equal(until, (await force.Force.RaisedAsync("evidence")).OfType<RecordRetained>().Single().Until);
        Assert.Equal(0, await force.Get<FillReviews>().FillAsync(Ct));
        force.Force.Clock.Advance(TimeSpan.FromDays(732));
        Assert.Equal(1, await force.Get<FillReviews>().FillAsync(Ct));
    }

    [Theory, Databases]
    public async Task Reclassify_GivesARecordAnotherClass_AndItsReviewLapsesWhereItIsNotDueUnderThat(Dialect dialect)
    {
        await using var force = await DisposalTests.OpenAsync(dialect);
        var id = await DisposalTests.DueAsync(force, (await force.ConversationAsync()).Id);
        await force.Get<ChangeClass>().HandleAsync(Carver, new(null, 0, "LONG", "Kept for long", "the force", 36, CountsFrom.LastContact, AtEnd.Review, true, false), Ct);
        var its = (await force.Get<ReadPolicy>().NowAsync(Ct)).Classes.Single(c => c.Code == "LONG");
        Assert.False(await force.Get<ReclassifyRecord>().HandleAsync(DisposalTests.Only(200), new(id, its.Id, "not mine"), Ct));
        Assert.True(await force.Get<ReclassifyRecord>().HandleAsync(Carver, new(id, its.Id, "a pattern"), Ct));
        Assert.Equal(ReviewState.Lapsed, (await DisposalTests.LoadAsync(force, id)).State);
        Assert.Equal(("CONTACT", "LONG"), (await force.Force.RaisedAsync("evidence")).OfType<RecordReclassified>().Select(e => (e.From, e.To)).Single());
        Assert.Equal(0, await force.Get<FillReviews>().FillAsync(Ct));
        force.Force.Clock.Advance(TimeSpan.FromDays(800));
        Assert.Equal(1, await force.Get<FillReviews>().FillAsync(Ct));
        Assert.Equal(("LONG", false), (await force.Get<ReadReviews>().InStateAsync(Carver, ReviewState.Due, Ct)).Select(r => (r.ClassCode, r.Harmless)).Single());
    }

    [Theory, Databases]
    public async Task ChangeClass_KeepsTheCode_AndRefusesAStaleOrSecondOne(Dialect dialect)
    {
        await using var force = await DisposalTests.OpenAsync(dialect);
        var its = (await force.Get<ReadPolicy>().NowAsync(Ct)).Classes.Single(c => c.Code == "CONTACT");
        var change = new ChangeClassCommand(its.Id, its.Version, "OTHER", "Contact", "the force", 24, CountsFrom.LastContact, AtEnd.Dispose, true, false);
        Assert.Equal(ChangeClassOutcome.Done, await force.Get<ChangeClass>().HandleAsync(Carver, change, Ct));
        Assert.Equal(ChangeClassOutcome.ChangedMeanwhile, await force.Get<ChangeClass>().HandleAsync(Carver, change, Ct));
        Assert.Equal(ChangeClassOutcome.NotFound, await force.Get<ChangeClass>().HandleAsync(Carver, change with { Id = 42 }, Ct));
        Assert.Equal(ChangeClassOutcome.CodeTaken, await force.Get<ChangeClass>().HandleAsync(Carver, change with { Id = null, Code = "CONTACT" }, Ct));
        var after = (await force.Get<ReadPolicy>().NowAsync(Ct)).Classes.Single(c => c.Id == its.Id);
        Assert.Equal(("CONTACT", 24, true, 1L), (after.Code, after.Months, after.Checked, after.ChangedBy));
    }

    [Theory, Databases]
    public async Task ChangeRule_GivesATakesAway_AndIsOnRecord(Dialect dialect)
    {
        await using var force = await DisposalTests.OpenAsync(dialect);
        var its = (await force.Get<ReadPolicy>().NowAsync(Ct)).Classes.Single(c => c.Code == "GROUP-1");
        Assert.True(await force.Get<ChangeRule>().HandleAsync(Carver, new(RecordKind.Incident, "S1", "1", its.Id), Ct));
        Assert.False(await force.Get<ChangeRule>().HandleAsync(Carver, new(RecordKind.Incident, "S1", "1", 42), Ct));
        Assert.True(await force.Get<ChangeRule>().HandleAsync(Carver, new(RecordKind.Incident, "S1", "1", null), Ct));
        Assert.False(await force.Get<ChangeRule>().HandleAsync(Carver, new(RecordKind.Incident, "S1", "1", null), Ct));
        Assert.Equal(["GROUP-1", null], (await force.Force.RaisedAsync("evidence")).OfType<RetentionRuleChanged>().Where(e => e.Category == "S1").Select(e => e.ClassCode));
    }

    private static KeptRecord Incident(string category, string grade) =>
        new(RecordKind.Incident, 7, 100, null, "7", category, grade, false, TestForce.Start, TestForce.Start);

    private static RetentionClassRow Class(long id, string code) => new()
    {
        Id = id,
        Code = code,
        Name = code,
        Source = "",
        Months = 72,
        CountsFrom = CountsFrom.Closure,
        AtEnd = AtEnd.Review,
        Checked = false,
        Retired = false,
        ChangedBy = 0,
        ChangedAt = TestForce.Start,
        Version = 1,
    };
}
