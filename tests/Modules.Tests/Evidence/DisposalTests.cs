using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Disposing;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Evidence.Holding;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Model;
using PoliceSocial.Evidence.Retaining;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Disposing;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Incidents.Closing;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Modules.Tests.Inbox;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Modules.Tests.Evidence;

public sealed class DisposalTests
{
    // Words that stand nowhere else, so that any trace of them is a trace of what was erased.
    private const string Said = "zqxvorpal she was at the tannery jubjubwock";
    private const string Edited = "zqxslithy she was at the mill manxomefoe";
    private const string Noted = "zqxmimsy borogoves note outgrabe";
    private const string Author = "zqxbandersnatch";
    private static readonly string[] Marks = ["jubjubwock", "manxomefoe", "borogoves", "bandersnatch", "BANDERSNATCH", "vorpal", "slithy"];

    private static readonly Person Carver = TestForce.Staff(1, [.. EvidencePermissions.All.Select(p => p.Key), "inbox.read"]);
    private static readonly Person Okafor = TestForce.Staff(2, [.. EvidencePermissions.All.Select(p => p.Key)]);

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Disposal_LeavesNothingOfTheContent_AndTheLedgerWhole(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var media = "zqx a picture jubjubwock"u8.ToArray();
        force.Lines.Media["photo"] = new Outcome<MediaContent>.Success(new(media, "image/png"));
        var item = Given.Item("zqxborogoves-id", Said, Author) with { Media = [new("photo", "image/png", "borogoves")] };
        await force.TakeAsync(item);
        await force.TakeAsync(Given.Edit(item, Edited));
        await force.Get<FetchAttachments>().FetchAsync(Ct);
        var conversation = Assert.Single(await force.ConversationsAsync());
        await force.Get<WriteNote>().HandleAsync(InboxForce.Rees, new(conversation.Id, Noted), Ct);
        var other = await force.ConversationAsync("A purse was handed in", "quill");
        if (dialect == Dialect.Sqlite)
            Assert.All(Marks, m => Assert.NotEmpty(Holding(force, m)));

        var review = await DueAsync(force, conversation.Id);
        await DisposeAsync(force, review);
        Assert.Equal(1, await force.Get<DisposalSteps>().LeaveNoTraceAsync(Ct));
        Assert.Equal(0, await force.Get<DisposalSteps>().LeaveNoTraceAsync(Ct));

        if (dialect == Dialect.Sqlite)
            Assert.All(Marks, m => Assert.Empty(Holding(force, m)));
        Assert.Empty(await force.SearchAsync("tannery"));
        Assert.Equal([other.Id], await force.SearchAsync("purse"));
        var message = (await force.MessagesAsync()).Single(m => m.ConversationId == conversation.Id);
        Assert.Equal(("", "", conversation.LastMessageId), (message.Text, message.NetworkId, message.Id));
        Assert.All(await force.Store.QueryAsync(Stored.Items, null, Ct), i => Assert.Equal(32, i.RawSha256.Length));
        var tombstone = Assert.Single(await force.Store.QueryAsync(DisposalRow.OfConversation, new { conversationId = conversation.Id }, Ct));
        Assert.Equal(("CONTACT", 1L, 2L, "nothing to keep it for"), (tombstone.ClassCode, tombstone.DecidedBy, tombstone.ConfirmedBy, tombstone.Rationale));
        Assert.Equal((conversation.Id, 1L, 2L), (await force.RaisedAsync<ConversationDisposed>()).Select(e => (e.ConversationId, e.DecidedBy, e.ConfirmedBy)).Single());
        Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<RecordDisposed>());
        await VerifyLedgerAsync(force);
    }

    [Theory, Databases]
    public async Task Disposal_WhenTheNetworkHandsTheSameOverAgain_BringsNothingBack(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        await DisposeAsync(force, await DueAsync(force, conversation.Id));
        await force.TakeAsync(Given.Item($"{Author}-first", Said, Author));
        Assert.Equal("", Assert.Single(await force.MessagesAsync()).Text);

        // Whoever writes anew is somebody new: nothing leads to what was erased.
        await force.TakeAsync(Given.Item("later", "It is me again", Author));
        var again = (await force.ConversationsAsync())[^1];
        Assert.NotEqual(conversation.Id, again.Id);
        Assert.NotEqual(conversation.ContactId, again.ContactId);
    }

    [Theory, Databases]
    public async Task Disposal_WhenSomethingElseOfTheContactIsKept_KeepsTheirName(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        var review = await DueAsync(force, conversation.Id);
        await force.TakeAsync(Given.Private("p1", "Another matter", Author));
        await DisposeAsync(force, review);
        var contact = await force.Store.FindAsync(Handle, new { id = conversation.ContactId }, Ct);
        Assert.Equal(Author, contact);
    }

    [Theory, Databases]
    public async Task Disposal_StoppedMidway_GoesOnToItsEnd(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        var review = await DueAsync(force, conversation.Id);
        await ConfirmAsync(force, review);
        var order = (await LoadAsync(force, review)).ToOrder();

        // The service dies after the inbox has erased its part and before that is written down; then somebody places a hold.
        await force.Get<DisposalSteps>().TakeAsync(order, "incidents", Ct);
        await force.Force.Services.GetServices<IDisposeOfRecords>().Single(m => m.Module == "inbox").DisposeAsync(order, Ct);
        await force.Get<Holds>().PlaceAsync(Carver, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "too late"), Ct);

        Assert.True(await force.Get<DisposeNext>().HandleAsync(Ct));
        Assert.False(await force.Get<DisposeNext>().HandleAsync(Ct));
        Assert.Equal(ReviewState.Disposed, (await LoadAsync(force, review)).State);
        Assert.Single(await force.RaisedAsync<ConversationDisposed>());
        Assert.Equal(["incidents", "publishing", "inbox", "evidence"], (await force.Force.RaisedAsync("evidence")).OfType<PartDisposed>().Select(p => p.Module));
    }

    [Theory, Databases]
    public async Task Disposal_NeedsASecondPerson(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var review = await DueAsync(force, (await force.ConversationAsync()).Id);
        Assert.True(Assert.Single(await force.Get<ProposeDisposal>().HandleAsync(Carver, new([review], "over"), Ct)).Done);
        Assert.Equal(ReviewOutcome.OwnProposal, Assert.Single(await force.Get<ConfirmDisposal>().HandleAsync(Carver, [review], Ct)).Outcome);
        Assert.Equal(ReviewState.Proposed, (await LoadAsync(force, review)).State);
        Assert.Equal(ReviewOutcome.Done, await force.Get<ConfirmDisposal>().TurnDownAsync(Okafor, review, "a complaint is coming", Ct));
        var after = await LoadAsync(force, review);
        Assert.Equal((ReviewState.Due, "Turned down: a complaint is coming"), (after.State, after.Problem));
        Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<DisposalTurnedDown>());
    }

    [Theory, Databases]
    public async Task Disposal_OfWhatIsOnHold_IsRefused_AlsoAfterItWasConfirmed(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        var review = await DueAsync(force, conversation.Id);
        var hold = await force.Get<Holds>().PlaceAsync(Carver, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "CPIA"), Ct);
        await RefusedAsync(force, review, "on legal hold");
        await force.Get<Holds>().ReleaseAsync(Carver, hold!.Value, "acquitted", Ct);

        await ConfirmAsync(force, review);
        await force.Get<Holds>().PlaceAsync(Okafor, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "an inquest"), Ct);
        Assert.True(await force.Get<DisposeNext>().HandleAsync(Ct));
        var after = await LoadAsync(force, review);
        Assert.Equal((ReviewState.Due, "It is on legal hold."), (after.State, after.Problem));
        Assert.Equal(Said, Assert.Single(await force.MessagesAsync()).Text);
        Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<DisposalStopped>());
    }

    [Theory, Databases]
    public async Task Disposal_OfAnExhibit_OrWhatAnExportIsMadeOf_IsRefused(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        var review = await DueAsync(force, conversation.Id);
        var export = (await force.Get<RequestExport>().HandleAsync(Carver, new([conversation.Id], "CPS", "CPIA", "disclosure", "", false, []), Ct))!.Value;
        await RefusedAsync(force, review, "is not finished");
        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        await force.Get<MarkExhibit>().HandleAsync(Carver, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "JC", "What wren wrote", "CPIA", true, null, true), Ct);
        await RefusedAsync(force, review, "Exhibit JC/1");
        var exhibit = Assert.Single(await force.Get<ReadExhibits>().OfAsync([conversation.Id], Ct));
        await force.Get<ChangeExhibit>().HandleAsync(Carver, new(exhibit.Id, exhibit.Version, false, null, false), Ct);

        // The bag is a copy: it goes with what it holds, and stays on record.
        await DisposeAsync(force, review);
        Assert.False(File.Exists(force.Get<BagFolder>().PathOf(export)));
        Assert.Equal(export, (await force.Force.RaisedAsync("evidence")).OfType<BagErased>().Single().ExportId);
        Assert.Equal("", Assert.Single(await force.Get<ReadExhibits>().OfAsync([conversation.Id], Ct)).What);
    }

    [Theory, Databases]
    public async Task Disposal_BeforeItsDate_OrAfterSomebodyWroteAgain_IsRefused(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        var review = await DueAsync(force, conversation.Id);
        await force.TakeAsync(Given.Item("m2", "And another thing", Author));
        await RefusedAsync(force, review, "review date is not reached");
        Assert.Equal(0, await force.Get<FillReviews>().FillAsync(Ct));
        Assert.Equal(ReviewState.Lapsed, (await LoadAsync(force, review)).State);
        Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<ReviewLapsed>());
    }

    [Theory, Databases]
    public async Task Disposal_OfALiveIncident_IsRefused_AndAClosedOneGoesWithItsConversation(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var conversation = await force.ConversationAsync(Said, Author);
        var review = await DueAsync(force, conversation.Id);
        var incident = await RecordAsync(force, conversation.Id);
        await RefusedAsync(force, review, "live incident");

        var officer = TestForce.Staff(9, "incidents.read", "incidents.record", "incidents.grade", "inbox.read");
        await force.Get<CloseIncident>().HandleAsync(officer, new(incident.Id, force.Get<ServiceProfile>().Categories.First().Code, "done"), Ct);
        Assert.Equal(0, await force.Get<FillReviews>().FillAsync(Ct));
        force.Force.Clock.Advance(TimeSpan.FromDays(366 * 11));
        Assert.Equal(1, await force.Get<FillReviews>().FillAsync(Ct));
        var due = (await force.Get<ReadReviews>().InStateAsync(Carver, ReviewState.Due, Ct)).Single(r => r.Kind == RecordKind.Incident);
        Assert.Equal((incident.Id, incident.Number, "GROUP-2"), (due.RecordId, due.Name, due.ClassCode));
        await DisposeAsync(force, due.Id);
        var after = (await force.Get<Store<PoliceSocial.Incidents.IncidentsModule>>().FindAsync(IncidentStatements.Load, new { id = incident.Id }, Ct))!;
        Assert.Equal(("", "", incident.Number), (after.Summary, after.Location, after.Number));
        Assert.Equal("", Assert.Single(await force.MessagesAsync()).Text);
        Assert.Equal([conversation.Id], (await force.Force.RaisedAsync("evidence")).OfType<RecordDisposed>().Single().Conversations);
    }

    [Theory, Databases]
    public async Task Several_AreDisposedOfTogether_OnlyWhereTheyAreHarmless(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var harmless = await force.ConversationAsync("A purse was handed in", "quill");
        var flagged = await force.FlaggedAsync();
        await force.Get<PoliceSocial.Inbox.Triage.AcknowledgeFlag>().HandleAsync(InboxForce.Rees, flagged.Id, Ct);
        var (one, two) = (await DueAsync(force, harmless.Id), await ReviewOfAsync(force, flagged.Id));
        var answers = await force.Get<ProposeDisposal>().HandleAsync(Carver, new([one, two], "over"), Ct);
        Assert.Equal([true, false], answers.Select(a => a.Done));
        Assert.Contains("decided by itself", answers[1].Why, StringComparison.Ordinal);
        Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<DisposalProposed>());
    }

    [Theory, Databases]
    public async Task AReview_OfAnotherTeam_AnswersAsIfItDidNotExist(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var review = await DueAsync(force, (await force.ConversationAsync()).Id);
        var elsewhere = Only(200);
        Assert.Null(await force.Get<ReadReviews>().FindAsync(elsewhere, review, Ct));
        Assert.Empty(await force.Get<ReadReviews>().InStateAsync(elsewhere, ReviewState.Due, Ct));
        Assert.Equal(ReviewOutcome.NotFound, await force.Get<RetainRecord>().HandleAsync(elsewhere, new(review, force.Force.Clock.GetUtcNow().AddYears(1), ["harm"], "x"), Ct));
        Assert.Equal(ReviewOutcome.NotFound, Assert.Single(await force.Get<ProposeDisposal>().HandleAsync(elsewhere, new([review], "x"), Ct)).Outcome);
        await force.Get<ProposeDisposal>().HandleAsync(Carver, new([review], "x"), Ct);
        Assert.Equal(ReviewOutcome.NotFound, Assert.Single(await force.Get<ConfirmDisposal>().HandleAsync(elsewhere, [review], Ct)).Outcome);
        Assert.Equal(ReviewOutcome.NotFound, await force.Get<ConfirmDisposal>().TurnDownAsync(elsewhere, review, "x", Ct));
        Assert.Equal(1, (await force.Get<ReadReviews>().CountAsync(Carver, ReviewState.Proposed, Ct)).All);
        Assert.Equal(0, (await force.Get<ReadReviews>().CountAsync(elsewhere, ReviewState.Proposed, Ct)).All);
    }

    private static readonly Statement<string> Handle = Statement.Of<string>("SELECT Handle FROM inbox.Contact WHERE Id = @id");

    internal static Person Only(long channel) => new(
        7, "Elsewhere", 70, "127.0.0.1", new(EvidencePermissions.All.Select(p => (p.Key, Reach.Only([channel], [])))));

    internal static async Task<InboxForce> OpenAsync(Dialect dialect)
    {
        var force = await InboxForce.OpenAsync(dialect);
        await force.Get<ShipClasses>().StartAsync(Ct);
        return force;
    }

    /// <summary>Time passes until a conversation is due; its review.</summary>
    internal static async Task<long> DueAsync(InboxForce force, long conversationId)
    {
        force.Force.Clock.Advance(TimeSpan.FromDays(370));
        await force.Get<FillReviews>().FillAsync(Ct);
        return await ReviewOfAsync(force, conversationId);
    }

    internal static async Task<ReviewRow> LoadAsync(InboxForce force, long review) => (await force.Get<Store<EvidenceModule>>().FindAsync(ReviewStatements.Load, new { id = review }, Ct))!;

    internal static async Task DisposeAsync(InboxForce force, long review)
    {
        await ConfirmAsync(force, review);
        Assert.True(await force.Get<DisposeNext>().HandleAsync(Ct));
        Assert.Equal((ReviewState.Disposed, null), ((await LoadAsync(force, review)).State, (await LoadAsync(force, review)).Problem));
    }

    private static async Task ConfirmAsync(InboxForce force, long review)
    {
        var proposed = Assert.Single(await force.Get<ProposeDisposal>().HandleAsync(Carver, new([review], "nothing to keep it for"), Ct));
        Assert.True(proposed.Done, proposed.Why);
        var confirmed = Assert.Single(await force.Get<ConfirmDisposal>().HandleAsync(Okafor, [review], Ct));
        Assert.True(confirmed.Done, confirmed.Why);
    }

    private static async Task RefusedAsync(InboxForce force, long review, string why)
    {
        var answer = Assert.Single(await force.Get<ProposeDisposal>().HandleAsync(Carver, new([review], "over"), Ct));
        Assert.Contains(why, answer.Why, StringComparison.Ordinal);
        Assert.Equal(ReviewState.Due, (await LoadAsync(force, review)).State);
    }

    private static async Task<long> ReviewOfAsync(InboxForce force, long conversationId) =>
        (await force.Get<ReadReviews>().InStateAsync(Carver, ReviewState.Due, Ct)).Single(r => r.RecordId == conversationId).Id;

    private static async Task<IncidentRow> RecordAsync(InboxForce force, long conversationId)
    {
        var profile = force.Get<ServiceProfile>();
        var officer = TestForce.Staff(9, "incidents.read", "incidents.record", "incidents.grade", "inbox.read");
        var outcome = await force.Get<RecordIncident>().HandleAsync(officer, new(
            force.Get<Ids>().New(), conversationId, "zqx summary", "zqx place", Area.Urban, profile.Categories.First().Code, [], profile.Grades[0].Code, true, RecordingAnswer.No, "no crime was told of"), Ct);
        return Assert.IsType<RecordOutcome.Recorded>(outcome).Incident;
    }

    /// <summary>The files of the data folder in whose bytes a text stands, in either encoding.</summary>
    private static IReadOnlyList<string> Holding(InboxForce force, string text) =>
        [.. Directory.EnumerateFiles(force.Get<DataFolder>().Path, "*", SearchOption.AllDirectories).Where(f =>
        {
            using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length) is var all && (all.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || all.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0);
        })];

    private static async Task VerifyLedgerAsync(InboxForce force)
    {
        var pump = ActivatorUtilities.CreateInstance<Pump>(force.Force.Services);
        await pump.StartAsync(Ct);
        await TestForce.UntilAsync(async () => await HeardAsync(force, "inbox") && await HeardAsync(force, "evidence"), "everything is in the ledger");
        await pump.StopAsync(Ct);
        await force.Get<SignCheckpoint>().HandleAsync(Ct);
        Assert.True(await force.Get<SignCheckpoint>().HandleAsync(Ct));
        var (verify, act) = (force.Get<VerifyLedger>(), force.Force.ActOf(Carver, VerifyLedger.Kind));
        Assert.True(await verify.BeginAsync(act, Ct));
        var verdict = await verify.RunAsync(act, force.Get<VerificationProgress>().Running, Ct);
        Assert.True(verdict.IsWhole, verdict.What);
        Assert.True(verdict.Entries > 5);
    }

    private static async Task<bool> HeardAsync(InboxForce force, string schema)
    {
        var end = await force.Get<Schemas>().Of(schema).FindAsync(OutboxStatements.For(schema).End, null, Ct) ?? 0;
        return await force.Get<Store<PoliceSocial.Audit.AuditModule>>().FindAsync(PoliceSocial.Audit.Sequencing.SequenceStatements.Heard, new { publisher = schema }, Ct) >= end;
    }
}
