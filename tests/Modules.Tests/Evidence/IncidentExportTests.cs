using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PoliceSocial.Bag.Verify;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Evidence.Holding;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Model;
using PoliceSocial.Inbox;
using PoliceSocial.Incidents;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Deciding;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Incidents.Recording;
using PoliceSocial.Modules.Tests.Inbox;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Evidence;

/// <summary>Whole incidents as evidence: marked, held and exported with all that they consist of.</summary>
public sealed class IncidentExportTests
{
    private static readonly Person Officer = TestForce.Staff(
        1, [.. EvidencePermissions.All.Concat(IncidentsPermissions.All).Concat(InboxPermissions.All).Select(p => p.Key)]);

    private static readonly Person Elsewhere = new(3, "Elsewhere", 30, "127.0.0.1", new([.. EvidencePermissions.All.Select(p => (p.Key, Reach.Only([200], [])))]));

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Export_OfAnIncident_HoldsItsOwnRecord_AndEveryConversationOfIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var incident = await RecordedAsync(force);
        await MarkAsync(force, incident.Id);
        var (id, files) = await ExportAsync(force, incident.Number);

        var account = Encoding.UTF8.GetString(files["data/account/account.html"]);
        foreach (var said in new[] { "I served her at the Crown", "And I saw her in Rugeley", "She was served at the Crown about half ten", "Quentin Marl", "It adds up", "Nobody is in danger now" })
            Assert.Contains(said, account, StringComparison.Ordinal);
        using var own = JsonDocument.Parse(files[$"data/{IncidentBook.FileOf(incident.Number)}.json"]);
        Assert.Equal(2, own.RootElement.GetProperty("conversations").GetArrayLength());
        var kinds = own.RootElement.GetProperty("record").EnumerateArray().Select(r => r.GetProperty("kind").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "Incident", "Assessment", "Opinion", "Person", "Deed" }, kinds);
        Assert.Contains("SR/1", Encoding.UTF8.GetString(files["data/forms/MG12-exhibits-draft.html"]), StringComparison.Ordinal);
        Assert.Contains($"{IncidentBook.FileOf(incident.Number)}.json", Encoding.UTF8.GetString(files["data/about.json"]), StringComparison.Ordinal);

        var asked = (await force.Force.RaisedAsync("evidence")).OfType<ExportRequested>().Single();
        Assert.Equal((incident.Id, "CPS", 2), (asked.IncidentId!.Value, asked.Recipient, asked.Conversations.Count));
        Assert.Equal(incident.Id, (await force.Force.RaisedAsync("incidents")).OfType<IncidentReadForEvidence>().Single().IncidentId);
        Assert.Contains((await force.Get<IIncidentMaterial>().ReadAsync(incident.Id, Ct))!.Timeline, m => m.What.StartsWith("had it read for an export", StringComparison.Ordinal));
        Assert.Equal(id, Assert.Single(await force.Get<ReadExports>().NewestAsync(Officer, "CPS", long.MaxValue, 10, Ct)).Id);
        Assert.Empty(await force.Get<ReadExports>().NewestAsync(Elsewhere, "CPS", long.MaxValue, 10, Ct));
    }

    [Theory, Databases]
    public async Task Redaction_OfAPartOfTheRecord_LeavesNothingOfIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var incident = await RecordedAsync(force);
        var lines = await force.Get<ReadMaterial>().HandleAsync(Officer, [], incident.Number, Ct);
        var party = lines!.Single(l => l.Text.Contains("Quentin Marl", StringComparison.Ordinal));
        Assert.Equal(incident.Id, (await force.Force.RaisedAsync("evidence")).OfType<MaterialViewed>().Single().IncidentId);
        var (_, files) = await ExportAsync(force, incident.Number, new RedactionRow { Kind = party.Kind, TargetId = party.Id, Why = "not a party to the case" });
        Assert.All(files, f => Assert.DoesNotContain("Quentin", Encoding.UTF8.GetString(f.Value), StringComparison.Ordinal));
        Assert.Contains("not a party to the case", Encoding.UTF8.GetString(files["data/account/account.html"]), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Incident_OfAnotherChannel_AnswersAsIfThereWereNone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var incident = await RecordedAsync(force);
        Assert.Null(await force.Get<RequestExport>().HandleAsync(Elsewhere, Command(incident.Number), Ct));
        Assert.Null(await force.Get<ReadMaterial>().HandleAsync(Elsewhere, [], incident.Number, Ct));
        Assert.IsType<MarkOutcome.NotFound>(await force.Get<MarkExhibit>().HandleAsync(Elsewhere, Mark(incident.Id), Ct));
        Assert.Null(await force.Get<Holds>().PlaceAsync(Elsewhere, new(SubjectKind.Incident, incident.Id, ExhibitTarget.Incident, incident.Id, "x"), Ct));
        Assert.Null(await force.Get<RequestExport>().HandleAsync(Officer, Command("no such number"), Ct));
        Assert.Empty(await force.Force.RaisedAsync("evidence"));
    }

    [Theory, Databases]
    public async Task Hold_OnAnIncident_HoldsEveryConversationOfIt_AndThoseJoinedLater(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var incident = await RecordedAsync(force);
        var later = await force.ConversationAsync("I too", "heron");
        var all = (await force.ConversationsAsync()).Select(c => c.Id).ToList();
        var hold = await force.Get<Holds>().PlaceAsync(Officer, new(SubjectKind.Incident, incident.Id, ExhibitTarget.Incident, incident.Id, "CPIA code 5.7"), Ct);
        Assert.Equal(2, (await force.Get<IHolds>().HeldAsync(all, Ct)).Count);
        Assert.Equal([incident.Id], await force.Get<IHolds>().HeldIncidentsAsync([incident.Id, 42], Ct));
        await force.Get<JoinConversation>().HandleAsync(Officer, incident.Id, later.Id, null, Ct);
        Assert.Contains(later.Id, await force.Get<IHolds>().HeldAsync(all, Ct));
        Assert.True(await force.Get<Holds>().ReleaseAsync(Officer, hold!.Value, "acquitted", Ct));
        Assert.Empty(await force.Get<IHolds>().HeldAsync(all, Ct));
    }

    private static MarkCommand Mark(long incident) =>
        new(SubjectKind.Incident, incident, ExhibitTarget.Incident, incident, "SR", "The incident's record", "CPIA 1996", true, null, true);

    private static async Task MarkAsync(InboxForce force, long incident)
    {
        Assert.Equal("SR/1", Assert.IsType<MarkOutcome.Marked>(await force.Get<MarkExhibit>().HandleAsync(Officer, Mark(incident), Ct)).Mark);
        Assert.IsType<MarkOutcome.NotFound>(await force.Get<MarkExhibit>().HandleAsync(Officer, Mark(incident) with { Target = ExhibitTarget.Message }, Ct));
    }

    /// <summary>Two people wrote, and an incident was recorded of it, assessed, and somebody put on it.</summary>
    private static async Task<IncidentRow> RecordedAsync(InboxForce force)
    {
        var first = await force.ConversationAsync("I served her at the Crown about half ten");
        var second = await force.ConversationAsync("And I saw her in Rugeley", "lark");
        var profile = force.Get<ServiceProfile>();
        var incident = Assert.IsType<RecordOutcome.Recorded>(await force.Get<RecordIncident>().HandleAsync(
            Officer, new(force.Get<Ids>().New(), first.Id, "She was served at the Crown about half ten", "The Crown, Rugeley", Area.Urban, profile.Categories.First().Code, [],
                profile.Grades[0].Code, true, RecordingAnswer.Undecided, null), Ct)).Incident;
        await force.Get<JoinConversation>().HandleAsync(Officer, incident.Id, second.Id, "the same woman", Ct);
        await force.Get<RecordAssessment>().HandleAsync(
            Officer, incident.Id, new(profile.Assessment.Headings.ToDictionary(h => h.Code, string? (h) => $"About {h.Name}"), "Nobody is in danger now"), Ct);
        await force.Get<WriteNote>().HandleAsync(Officer, new(incident.Id, NoteKind.Opinion, "It adds up"), Ct);
        await force.Get<InvolveParty>().HandleAsync(Officer, new(incident.Id, PartyKind.Person, "Quentin Marl", "the landlord", [profile.Roles[0].Code], [], null), Ct);
        return incident;
    }

    private static RequestExportCommand Command(string number, params RedactionRow[] redactions) =>
        new([], "CPS", "CPIA 1996", "disclosure to the prosecution", null, true, redactions, Incident: number);

    private static async Task<(long Id, Dictionary<string, byte[]> Files)> ExportAsync(InboxForce force, string number, params RedactionRow[] redactions)
    {
        var id = (await force.Get<RequestExport>().HandleAsync(Officer, Command(number, redactions), Ct))!.Value;
        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        var export = (await force.Get<ReadExports>().FindAsync(Officer, id, EvidencePermissions.Read, Ct))!.Export;
        Assert.True(export.State == ExportState.Ready, export.Problem);
        var path = force.Get<BagFolder>().PathOf(id);
        Assert.Empty((await BagVerifier.VerifyAsync(path, new(), Ct)).Findings);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(path, Ct);
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(Ct);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Ct);
            files[entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..]] = bytes.ToArray();
        }

        return (id, files);
    }
}
