using System.Reflection;
using Microsoft.Extensions.Options;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Bag.Writing;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Signing;

namespace PoliceSocial.Evidence.Making;

/// <summary>Writes the bag of one export. Either it is there whole and on record, or it is not there.</summary>
internal sealed class MakeExport(
    Store<EvidenceModule> store, ICapturedMaterial captured, ILedgerExtract ledger, ReadExhibits exhibits, SigningCertificate certificate, TimeStamps stamps,
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
        await captured.RecordReadAsync(conversations, export.AskedBy, $"{export.Purpose} (export {export.Reference()})", ct);
        var marked = await exhibits.OfAsync(conversations, ct);
        var scope = await ScopeAsync(export, conversations, marked, ct);
        var cuts = new Cuts(await store.QueryAsync(ExportStatements.Redactions, new { exportId = export.Id }, ct), scope.NameOf(export.AskedBy));
        var (signer, said) = await certificate.GetAsync(ct);
        var folder = bags.Fresh(export.Id);
        var file = Path.Combine(folder, "bag.zip");
        SealedBag bag;
        await using (var output = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 18))
        {
            bag = await Package.WriteAsync(
                output, Describe(export, scope, said), new ExportMaterial(captured, ledger, scope, cuts, marked), new(signer, said, stamps.Authorities, clock.GetUtcNow()),
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

    private async Task<ExportScope> ScopeAsync(ExportRow export, List<long> conversations, IReadOnlyList<ExhibitRow> marked, CancellationToken ct)
    {
        var scope = new ExportScope(conversations, export.WithNotes, export.WithSensitive, (await channels.AllAsync(ct)).ToDictionary(c => c.Id, c => $"{c.Name} ({c.Network})"), people);
        await scope.LearnAsync([.. marked.Select(e => e.PersonId), export.AskedBy], ct);
        return scope;
    }

    private static string Cut(string message) => message.Length <= 1_000 ? message : message[..1_000];
}
