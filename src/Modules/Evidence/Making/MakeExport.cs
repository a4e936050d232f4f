using System.Reflection;
using Microsoft.Extensions.Options;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Bag.Writing;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Signing;

namespace PoliceSocial.Evidence.Making;

/// <summary>Writes the bag of one export. Either it is there whole and on record, or it is not there.</summary>
internal sealed class MakeExport(
    Store<EvidenceModule> store, ICapturedMaterial captured, IIncidentMaterial incidents, IPublishedMaterial published, ILedgerExtract ledger, ReadExhibits exhibits, SigningCertificate certificate, TimeStamps stamps,
    PdfFontFile font, BagFolder bags, ExportQueue queue, IPeople people, IChannels channels, ActFactory acts, TimeProvider clock, IOptions<EvidenceOptions> options)
{
    public static readonly ActKind Kind = new("evidence.make-export");
    private const int MostAttempts = 3;
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Makes it. An attempt is counted before it begins, so that one that stops the service is not repeated for ever.</summary>
    public async Task HandleAsync(ExportRow waiting, CancellationToken ct)
    {
        if (waiting.Attempts >= MostAttempts)
        {
            await EndAsync(waiting with { State = ExportState.Failed, Problem = "The service stopped three times while it was made. Nothing was handed out. Tell your administrator, then order it anew." }, ct);
            return;
        }

        if (await BeginAsync(waiting, ct) is not { } export)
            return;
        try
        {
            var sealing = await WriteAsync(export, ct);
            await EndAsync(export with { State = ExportState.Ready, Files = sealing.Files, Bytes = sealing.Bytes, Fingerprint = sealing.Fingerprint, Stamps = sealing.Stamps.Count(s => s.Token is not null) }, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or System.Security.Cryptography.CryptographicException or System.Data.Common.DbException)
        {
            await EndAsync(export with { State = ExportState.Failed, Problem = $"It could not be made: {Cut(e.Message)} Nothing was handed out. Put that right, then order it anew." }, ct);
        }
        finally
        {
            queue.Ended(export.Id);
            bags.Discard(export.Id);
        }
    }

    private async Task<ExportRow?> BeginAsync(ExportRow waiting, CancellationToken ct)
    {
        var begun = waiting with { State = ExportState.BeingMade, Attempts = waiting.Attempts + 1 };
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await session.ExecuteAsync(ExportStatements.Save, begun, ct) == 0)
            return null;
        session.Raise(new ExportBegun(begun.Id, begun.Attempts));
        await session.CommitAsync(ct);
        return begun with { Version = begun.Version + 1 };
    }

    private async Task EndAsync(ExportRow export, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await session.ExecuteAsync(ExportStatements.Save, export with { EndedAt = session.Act.At }, ct) == 0)
            return;
        session.Raise(export.State == ExportState.Ready
            ? new EvidenceExported(export.Id, export.Recipient, export.Fingerprint!, export.Files!.Value, export.Bytes!.Value, export.Stamps!.Value)
            : new ExportFailed(export.Id, export.Problem!));
        await session.CommitAsync(ct);
    }

    private async Task<SealedBag> WriteAsync(ExportRow export, CancellationToken ct)
    {
        var conversations = (await store.QueryAsync(ExportStatements.Conversations, new { exportId = export.Id }, ct)).Select(c => c.ConversationId).ToList();
        var contents = await ReadAsync(export, conversations, ct);
        var marked = await exhibits.OfAsync(conversations, export.IncidentId, ct);
        var scope = await ScopeAsync(export, conversations, contents, marked, ct);
        var cuts = new Cuts(await store.QueryAsync(ExportStatements.Redactions, new { exportId = export.Id }, ct), scope.NameOf(export.AskedBy));
        var material = new ExportMaterial(captured, new(published, scope, cuts), await BookAsync(contents, scope, cuts, marked, ct), ledger, scope, cuts, marked);
        var signer = await certificate.GetAsync(ct);
        var folder = bags.Fresh(export.Id);
        var file = Path.Combine(folder, "bag.zip");
        SealedBag bag;
        await using (var output = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 18))
        {
            bag = await Package.WriteAsync(
                output, Describe(export, scope, signer.Said), material,
                new(signer.Certificate, signer.Said, stamps.Authorities, clock.GetUtcNow()) { Chain = signer.Chain },
                folder, part => queue.Writes(export.Id, part), ct);
            output.Flush(flushToDisk: true);
        }

        bags.Keep(file, export.Id);
        return bag;
    }

    private Disclosure Describe(ExportRow export, ExportScope scope, string said) => new()
    {
        Reference = export.Reference(),
        Force = options.Value.Force,
        Scope = scope.Words,
        Investigation = export.Investigation,
        Recipient = export.Recipient,
        Basis = export.Basis,
        MadeBy = scope.NameOf(export.AskedBy),
        MadeAt = clock.GetUtcNow(),
        Producer = $"PoliceSocial {typeof(MakeExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}",
        Zone = London,
        CertificateSaid = said,
        Font = font.Read(),
    };

    /// <summary>Puts the reading on record, then reads the incident.</summary>
    private async Task<IncidentContents?> ReadAsync(ExportRow export, List<long> conversations, CancellationToken ct)
    {
        var purpose = $"{export.Purpose} (export {export.Reference()})";
        if (conversations.Count > 0)
            await captured.RecordReadAsync(conversations, export.AskedBy, purpose, ct);
        if (export.IncidentId is not { } incident)
            return null;
        await incidents.RecordReadAsync(incident, export.AskedBy, purpose, ct);
        return await incidents.ReadAsync(incident, ct) ?? throw new InvalidOperationException($"Incident {incident} is not there any more.");
    }

    private static async Task<IncidentBook?> BookAsync(IncidentContents? contents, ExportScope scope, Cuts cuts, IReadOnlyList<ExhibitRow> marked, CancellationToken ct)
    {
        if (contents is null)
            return null;
        var book = new IncidentBook(contents, scope, cuts, string.Join(' ', marked.Where(e => e.Target == ExhibitTarget.Incident && scope.Names(e)).Select(e => e.Mark())));
        await scope.LearnAsync(book.People, ct);
        return book;
    }

    private async Task<ExportScope> ScopeAsync(ExportRow export, List<long> conversations, IncidentContents? contents, IReadOnlyList<ExhibitRow> marked, CancellationToken ct)
    {
        var scope = new ExportScope(conversations, contents, await published.OfConversationsAsync(conversations, ct), export.WithNotes, export.WithSensitive, (await channels.AllAsync(ct)).ToDictionary(c => c.Id, c => $"{c.Name} ({c.Network})"), people);
        await scope.LearnAsync([.. marked.Select(e => e.PersonId), export.AskedBy], ct);
        return scope;
    }

    private static string Cut(string message) => message.Length <= 1_000 ? message : message[..1_000];
}
