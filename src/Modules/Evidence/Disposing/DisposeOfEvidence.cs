using PoliceSocial.Evidence.Making;

namespace PoliceSocial.Evidence.Disposing;

/// <summary>Keeps what is evidence from disposal; of what is disposed of it erases the bags and what exhibits say.</summary>
internal sealed class DisposeOfEvidence(Store<EvidenceModule> store, IHolds holds, BagFolder bags, ActFactory acts) : IDisposeOfRecords
{
    private const string Covering = "Id IN (SELECT c.ExportId FROM evidence.ExportConversation AS c WHERE c.ConversationId IN @conversations)";
    private const string Own = "(ConversationId IN @conversations OR IncidentId = @incidentId)";

    private static readonly Statement<ExportRow> Exports = Statement.Of<ExportRow>(
        $"SELECT {ExportRow.Columns} FROM evidence.Export WHERE {Covering} OR IncidentId = @incidentId ORDER BY Id");

    private static readonly Statement<ExhibitRow> Relevant = Statement.Of<ExhibitRow>(
        $"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE {Own} AND Relevant = @yes ORDER BY Id");

    private static readonly Statement Exhibits = Statement.Of(
        $"UPDATE evidence.Exhibit SET What = @empty, Sensitive = NULL, Basis = NULL, Version = Version + 1 WHERE {Own} AND What <> @empty");

    private static readonly Statement Erased = Statement.Of(
        """
        INSERT INTO evidence.ErasedBag (ExportId, DisposalId, ErasedAt)
        SELECT @exportId, @disposalId, @at WHERE NOT EXISTS (SELECT 1 FROM evidence.ErasedBag WHERE ExportId = @exportId)
        """);

    public string Module => "evidence";

    public int Turn => 40;

    public async Task<string?> WhyNotAsync(RecordsToDispose records, CancellationToken ct)
    {
        var incidentId = records.IncidentId ?? 0;
        if (incidentId > 0 && (await holds.HeldIncidentsAsync([incidentId], ct)).Count > 0)
            return "It is on legal hold.";

        // An incident without a conversation is looked up too.
        foreach (var conversations in records.Conversations.DefaultIfEmpty().Chunk(500))
        {
            if ((await holds.HeldAsync(conversations, ct)).Count > 0)
                return "It is on legal hold.";
            if ((await store.QueryAsync(Exports, new { conversations, incidentId }, ct)).FirstOrDefault(e => e.State < ExportState.Ready) is { } export)
                return $"Export {export.Reference()} of it is not finished.";
            if ((await store.QueryAsync(Relevant, new { conversations, incidentId, yes = true }, ct)) is [var exhibit, ..])
                return $"Exhibit {exhibit.Mark()} in it is marked as relevant to an investigation.";
        }

        return null;
    }

    public async Task<DisposedPart> DisposeAsync(DisposalOrder order, CancellationToken ct)
    {
        if (order.NetworkContentOnly)
            return new(0, 0);
        await using var session = await store.BeginAsync(acts.ByService(DisposalSteps.Kind), ct);
        var (conversations, incidentId) = (order.Records.Conversations, order.Records.IncidentId ?? 0);
        var (rows, files) = (await session.ExecuteAsync(Exhibits, new { conversations, incidentId, empty = "" }, ct), 0);
        if (rows > 0)
            session.Raise(new PartDisposed(order.Id, "exhibits", rows, 0));
        foreach (var export in await session.QueryAsync(Exports, new { conversations, incidentId }, ct))
        {
            files += bags.Erase(export.Id) ? 1 : 0;
            if (await session.ExecuteAsync(Erased, new { exportId = export.Id, disposalId = order.Id, at = session.Act.At }, ct) > 0)
                session.Raise(new BagErased(export.Id, order.Id));
        }

        await session.CommitAsync(ct);
        return new(rows, files);
    }

    public Task LeaveNoTraceAsync(CancellationToken ct) => store.LeaveNoTraceAsync(ct);
}
