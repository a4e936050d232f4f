using PoliceSocial.Contracts.Evidence;

namespace PoliceSocial.Incidents.Disposing;

/// <summary>Erases what an incident holds once its time is over; its number, its times and who did what stay.</summary>
internal sealed class DisposeIncident(Store<IncidentsModule> store, IIncidents incidents, ActFactory acts) : IDisposeOfRecords
{
    public static readonly ActKind Kind = new("incidents.dispose");

    private static readonly Statement<DisposedRow> Load = Statement.Of<DisposedRow>("SELECT Id, RowsErased FROM incidents.Disposal WHERE IncidentId = @incidentId");

    private static readonly Statement<IncidentState> StateOf = Statement.Of<IncidentState>("SELECT State FROM incidents.Incident WHERE Id = @incidentId");

    private static readonly Statement<int> Undelivered = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM incidents.Handover WHERE IncidentId = @incidentId AND DeliveredAt IS NULL AND State = @waiting");

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.Disposal (Id, IncidentId, ClassCode, Rationale, DecidedBy, ConfirmedBy, RowsErased, At)
        VALUES (@id, @incidentId, @classCode, @rationale, @decidedBy, @confirmedBy, @rows, @at)
        """);

    public string Module => "incidents";

    public int Turn => 10;

    public async Task<string?> WhyNotAsync(RecordsToDispose records, CancellationToken ct)
    {
        if (records.IncidentId is { } incidentId && await store.FindAsync(StateOf, new { incidentId }, ct) == IncidentState.Open)
            return "The incident is open: nothing of a live incident is disposed of.";
        if (records.IncidentId is { } handed && await store.FindAsync(Undelivered, new { incidentId = handed, waiting = HandingOver.HandoverState.Waiting }, ct) > 0)
            return "A hand-over of it is on its way to another system.";
        return (await incidents.LiveAmongAsync(records.Conversations, ct)).Count > 0 ? "It is part of a live incident: nothing of one is disposed of." : null;
    }

    public async Task<DisposedPart> DisposeAsync(DisposalOrder order, CancellationToken ct)
    {
        if (order.NetworkContentOnly)
            return new(0, 0);
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var conversations = order.Records.Conversations;
        var rows = conversations.Count > 0 ? await session.ExecuteAsync(EraseStatements.AssessmentsOfConversations, new { conversations, empty = "", none = "{}" }, ct) : 0;
        if (order.Records.IncidentId is { } incidentId)
        {
            if (await session.FindAsync(Load, new { incidentId }, ct) is { } done)
                return new(done.RowsErased, 0);
            foreach (var statement in EraseStatements.All)
                rows += await session.ExecuteAsync(statement, new { incidentId, empty = "", none = "{}" }, ct);
            await session.ExecuteAsync(Insert, new { id = order.Id, incidentId, order.ClassCode, order.Rationale, order.DecidedBy, order.ConfirmedBy, rows, at = session.Act.At }, ct);
            session.Raise(new IncidentDisposed(incidentId, order.Id, order.ClassCode, rows, order.DecidedBy, order.ConfirmedBy));
        }
        else if (rows > 0)
        {
            session.Raise(new AssessmentsDisposed(order.Id, rows));
        }

        await session.CommitAsync(ct);
        return new(rows, 0);
    }

    public Task LeaveNoTraceAsync(CancellationToken ct) => store.LeaveNoTraceAsync(ct);

    private sealed record DisposedRow
    {
        public required long Id { get; init; }

        public required int RowsErased { get; init; }
    }
}
