using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Bag.Verify;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Model;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Modules.Tests.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Modules.Tests.Evidence;

public sealed class ExportTests
{
    private const string Sighting = "I served her at the Crown about half ten";
    private const string ThirdParty = "My neighbour Xanthippe Quill says the same";
    private static readonly Person Officer = TestForce.Staff(1, [.. EvidencePermissions.All.Select(p => p.Key)]);

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Export_IsABagThatVerifies_WithTheBytesAsReceived_AndTheLedgersProofs(Dialect dialect)
    {
        await using var force = await FilledAsync(dialect);
        var conversation = (await force.ConversationsAsync())[0];
        await force.Get<MarkExhibit>().HandleAsync(Officer, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "sr", "What wren wrote", "CPIA 1996", true, null, true), Ct);
        await LedgerAsync(force);
        var id = await OrderAsync(force, [conversation.Id]);
        var (report, files) = await OpenAsync(force, id);

        Assert.Empty(report.Findings);
        Assert.Equal(6, report.Entries);
        var original = Given.Item("m1", Sighting).Raw.ToArray();
        Assert.True(files.Single(f => f.Key.EndsWith(".warc", StringComparison.Ordinal)).Value.AsSpan().IndexOf(original) >= 0);
        Assert.Contains(Sighting, Encoding.UTF8.GetString(files["data/account/account.html"]), StringComparison.Ordinal);
        Assert.Contains("SR/1", Encoding.UTF8.GetString(files["data/forms/MG12-exhibits-draft.html"]), StringComparison.Ordinal);
        Assert.Contains("as exhibit SR/1", Encoding.UTF8.GetString(files["data/custody/custody.csv"]), StringComparison.Ordinal);
        Assert.Equal("a picture"u8.ToArray(), Assert.Single(files, f => f.Key.StartsWith("data/media/", StringComparison.Ordinal)).Value);
        Assert.Contains("made for itself", Encoding.UTF8.GetString(files["bag-info.txt"]), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Export_NamesSensitiveMaterial_OnlyForTheProsecutor(Dialect dialect)
    {
        const string Sensitive = "Names the informant Quilliam";
        await using var force = await FilledAsync(dialect);
        var conversation = (await force.ConversationsAsync())[0];
        await force.Get<MarkExhibit>().HandleAsync(
            Officer, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "SR", Sensitive, "CPIA 1996", true, "names a source", false), Ct);
        await LedgerAsync(force);

        var (report, files) = await OpenAsync(force, await OrderAsync(force, [conversation.Id]));
        Assert.Empty(report.Findings);
        Assert.All(files, f => Assert.DoesNotContain(Sensitive, Encoding.UTF8.GetString(f.Value), StringComparison.Ordinal));
        var order = Command([conversation.Id], []) with { WithSensitive = true };
        var id = (await force.Get<RequestExport>().HandleAsync(Officer, order, Ct))!.Value;
        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        (_, files) = await OpenAsync(force, id);
        Assert.Contains(Sensitive, Encoding.UTF8.GetString(files["data/forms/MG6D-draft.html"]), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Export_IsADisclosureOnRecord_WithItsRecipient(Dialect dialect)
    {
        await using var force = await FilledAsync(dialect);
        var conversation = (await force.ConversationsAsync())[0];
        var id = await OrderAsync(force, [conversation.Id]);
        var raised = await force.Force.RaisedAsync("evidence");
        Assert.Equal(("CPS", "CPIA 1996"), raised.OfType<ExportRequested>().Select(e => (e.Recipient, e.Basis)).Single());
        Assert.Equal("CPS", raised.OfType<EvidenceExported>().Single().Recipient);
        Assert.Single(await force.RaisedAsync<MaterialReadForEvidence>());

        var opened = await force.Get<HandOver>().OpenAsync(Officer, id, "to hand over in court", Ct);
        await using (opened!.Value.Bytes)
            Assert.Single((await force.Force.RaisedAsync("evidence")).OfType<ExportDownloaded>());
        Assert.Equal(id, Assert.Single(await force.Get<ReadExports>().NewestAsync(Officer, "CPS", long.MaxValue, 10, Ct)).Id);
        Assert.Empty(await force.Get<ReadExports>().NewestAsync(Officer, "Somebody else", long.MaxValue, 10, Ct));
    }

    [Theory, Databases]
    public async Task Redaction_LeavesNothingOfWhatWasRemoved_AndSaysWhy(Dialect dialect)
    {
        await using var force = await FilledAsync(dialect);
        await force.TakeAsync(Given.Edit(Given.Item("m2", ThirdParty), ThirdParty + " indeed"));
        await LedgerAsync(force);
        var conversation = (await force.ConversationsAsync())[0];
        var message = (await force.MessagesAsync()).Single(m => m.NetworkId == "m2");
        var attachments = (await ScopeAsync(force, conversation.Id)).SelectMany(l => l.Attachments).ToList();
        var id = await OrderAsync(force, [conversation.Id],
            new() { Kind = RedactionKind.Message, TargetId = message.Id, Why = "names a third party" },
            new() { Kind = RedactionKind.Attachment, TargetId = attachments[0].Id, Why = "shows a child" });
        var (report, files) = await OpenAsync(force, id);

        Assert.Empty(report.Findings);
        string[] gone = ["Xanthippe", "a picture", Convert.ToHexStringLower(attachments[0].Sha256.Span), Convert.ToBase64String(attachments[0].Sha256.Span),
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Given.Item("m2", ThirdParty).Raw.Span)),
            Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Given.Item("m2", ThirdParty).Raw.Span))];
        foreach (var (path, bytes) in files)
            Assert.All(gone, text => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, $"{path} still holds {text}"));
        var account = Encoding.UTF8.GetString(files["data/account/account.html"]);
        Assert.Contains("names a third party", account, StringComparison.Ordinal);
        Assert.Contains("shows a child", account, StringComparison.Ordinal);
        Assert.Contains(Sighting, account, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Redaction_OfAPerson_RemovesAllThatTheyWrote(Dialect dialect)
    {
        await using var force = await FilledAsync(dialect);
        var conversation = (await force.ConversationsAsync())[0];
        var id = await OrderAsync(force, [conversation.Id], new RedactionRow { Kind = RedactionKind.Contact, TargetId = conversation.ContactId, Why = "not a party" });
        var (_, files) = await OpenAsync(force, id);
        foreach (var (path, bytes) in files)
            Assert.True(bytes.AsSpan().IndexOf("wren"u8) < 0 && bytes.AsSpan().IndexOf("WREN"u8) < 0, $"{path} still names the person");
    }

    [Theory, Databases]
    public async Task Order_OfAConversationOutOfReach_AnswersAsIfThereWereNone(Dialect dialect)
    {
        await using var force = await FilledAsync(dialect);
        var conversation = (await force.ConversationsAsync())[0];
        var elsewhere = new Person(3, "Elsewhere", 30, "127.0.0.1", new([(EvidencePermissions.Export, Reach.Only([200], [])), (EvidencePermissions.Mark, Reach.Only([200], []))]));
        Assert.Null(await force.Get<RequestExport>().HandleAsync(elsewhere, Command([conversation.Id]), Ct));
        Assert.Null(await force.Get<ReadMaterial>().HandleAsync(elsewhere, [conversation.Id], null, Ct));
        Assert.IsType<MarkOutcome.NotFound>(await force.Get<MarkExhibit>().HandleAsync(elsewhere, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "E", "x", "CPIA 1996", true, null, false), Ct));
        Assert.Empty(await force.Force.RaisedAsync("evidence"));

        var id = await OrderAsync(force, [conversation.Id]);
        Assert.Null(await force.Get<HandOver>().OpenAsync(elsewhere, id, "curious", Ct));
        Assert.Null(await force.Get<ReadExports>().FindAsync(elsewhere, id, EvidencePermissions.Read, Ct));
    }

    [Theory, Databases]
    public async Task Export_ThatTheServiceDiedIn_IsMadeAnew_AndGivenUpAfterThreeTimes(Dialect dialect)
    {
        await using var force = await FilledAsync(dialect);
        var conversation = (await force.ConversationsAsync())[0];
        var id = (await force.Get<RequestExport>().HandleAsync(Officer, Command([conversation.Id]), Ct))!.Value;
        await DieInAsync(force, id);

        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        Assert.Equal(ExportState.Ready, (await force.Get<ReadExports>().FindAsync(Officer, id, EvidencePermissions.Read, Ct))!.Export.State);
        Assert.False(await force.Get<ExportMaker>().NextAsync(Ct));

        Assert.False(File.Exists(Path.Combine(force.Get<BagFolder>().PathOf(id), "..", FormattableString.Invariant($"making-{id}"), "half.zip")));

        var again = (await force.Get<RequestExport>().HandleAsync(Officer, Command([conversation.Id]), Ct))!.Value;
        var row = (await force.Get<Store<EvidenceModule>>().FindAsync(ExportStatements.Load, new { id = again }, Ct))!;
        await force.Get<MakeExport>().HandleAsync(row with { Attempts = 3 }, Ct);
        Assert.Equal(ExportState.Failed, (await force.Get<ReadExports>().FindAsync(Officer, again, EvidencePermissions.Read, Ct))!.Export.State);
        Assert.Null(await force.Get<HandOver>().OpenAsync(Officer, again, "x", Ct));
    }

    /// <summary>What a service that was killed leaves: an attempt that is counted, and half a file.</summary>
    private static async Task DieInAsync(InboxForce force, long id)
    {
        var store = force.Get<Store<EvidenceModule>>();
        var row = (await store.FindAsync(ExportStatements.Load, new { id }, Ct))!;
        await using var session = await store.BeginAsync(force.Get<PoliceSocial.Platform.Acts.ActFactory>().ByService(MakeExport.Kind), Ct);
        await session.ExecuteAsync(ExportStatements.Save, row with { State = ExportState.BeingMade, Attempts = 1 }, Ct);
        session.Raise(new ExportBegun(id, 1));
        await session.CommitAsync(Ct);
        await File.WriteAllTextAsync(Path.Combine(force.Get<BagFolder>().Fresh(id), "half.zip"), "PK", Ct);
    }

    private static RequestExportCommand Command(IReadOnlyList<long> conversations, params RedactionRow[] redactions) =>
        new(conversations, "CPS", "CPIA 1996", "disclosure to the prosecution", "STAFFS-1", true, redactions);

    private static async Task<InboxForce> FilledAsync(Dialect dialect)
    {
        var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Media["photo"] = new Outcome<MediaContent>.Success(new("a picture"u8.ToArray(), "image/png"));
        await force.TakeAsync(Given.Item("m1", Sighting) with { Media = [new("photo", "image/png", "The bar")] });
        await force.TakeAsync(Given.Item("m2", ThirdParty) with { InReplyTo = "m1" });
        await force.Get<FetchAttachments>().FetchAsync(Ct);
        return force;
    }

    /// <summary>Feeds what happened to the ledger, and signs it.</summary>
    private static async Task LedgerAsync(InboxForce force)
    {
        var pump = ActivatorUtilities.CreateInstance<Pump>(force.Force.Services);
        await pump.StartAsync(Ct);
        await TestForce.UntilAsync(async () => await JudgedAsync(force) && await HeardAsync(force, "inbox") && await HeardAsync(force, "evidence"), "everything is in the ledger");
        await pump.StopAsync(Ct);

        // The first checkpoint of a ledger is of nothing; the next one has the entries.
        await force.Get<SignCheckpoint>().HandleAsync(Ct);
        Assert.True(await force.Get<SignCheckpoint>().HandleAsync(Ct));
    }

    /// <summary>Triage has its say too, and what it says is in the ledger.</summary>
    private static async Task<bool> JudgedAsync(InboxForce force)
    {
        var (schema, statements) = (force.Get<Schemas>().Of("inbox"), OutboxStatements.For("inbox"));
        var end = await schema.FindAsync(statements.End, null, Ct) ?? 0;
        return await schema.FindAsync(statements.Heard, new { publisher = $"inbox/{nameof(PoliceSocial.Inbox.Judging.JudgeArrivals)}" }, Ct) >= end;
    }

    private static async Task<bool> HeardAsync(InboxForce force, string schema)
    {
        var end = await force.Get<Schemas>().Of(schema).FindAsync(OutboxStatements.For(schema).End, null, Ct) ?? 0;
        return await force.Get<Store<PoliceSocial.Audit.AuditModule>>().FindAsync(PoliceSocial.Audit.Sequencing.SequenceStatements.Heard, new { publisher = schema }, Ct) >= end;
    }

    private static async Task<List<MaterialLine>> ScopeAsync(InboxForce force, long conversation)
    {
        var lines = new List<MaterialLine>();
        await foreach (var line in force.Get<ICapturedMaterial>().LinesAsync([conversation], Ct))
            lines.Add(line);
        return lines;
    }

    private static async Task<long> OrderAsync(InboxForce force, IReadOnlyList<long> conversations, params RedactionRow[] redactions)
    {
        var id = (await force.Get<RequestExport>().HandleAsync(Officer, Command(conversations, redactions), Ct))!.Value;
        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        var export = (await force.Get<ReadExports>().FindAsync(Officer, id, EvidencePermissions.Read, Ct))!.Export;
        Assert.True(export.State == ExportState.Ready, export.Problem);
        return id;
    }

    private static async Task<(BagReport Report, Dictionary<string, byte[]> Files)> OpenAsync(InboxForce force, long id)
    {
        var path = force.Get<BagFolder>().PathOf(id);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(path, Ct);
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(Ct);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Ct);
            files[entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..]] = bytes.ToArray();
        }

        return (await BagVerifier.VerifyAsync(path, new(), Ct), files);
    }
}
