using PoliceSocial.Contracts.Evidence;

namespace PoliceSocial.Incidents.Disposing;

/// <summary>Tells Evidence which incidents nothing has come to for long.</summary>
internal sealed class KeptIncidents(Store<IncidentsModule> store) : IKeptRecords
{
    private const string Columns = "i.Id, i.Number, i.ChannelId, i.TeamId, i.OpeningCategory, i.ClosingCategory, i.GradeCode, i.RecordedAt, i.ClosedAt, i.State";

    private static readonly Statement<KeptRow> Quiet = Statement.Paged<KeptRow>(
        $"""
        SELECT {Columns} FROM incidents.Incident AS i
        WHERE i.Id > @after AND i.State <> @open AND i.ClosedAt < @since
            AND NOT EXISTS (SELECT 1 FROM incidents.Disposal AS d WHERE d.IncidentId = i.Id)
        ORDER BY i.Id
        """);

    private static readonly Statement<KeptRow> ById = Statement.Of<KeptRow>($"SELECT {Columns} FROM incidents.Incident AS i WHERE i.Id IN @ids ORDER BY i.Id");

    public RecordKind Kind => RecordKind.Incident;

    public async Task<IReadOnlyList<KeptRecord>> QuietSinceAsync(DateTimeOffset since, long after, int take, CancellationToken ct) =>
        [.. (await store.QueryAsync(Quiet, new { since, after, take, open = IncidentState.Open }, ct)).Select(Told)];

    public async Task<IReadOnlyList<KeptRecord>> FindAsync(IReadOnlyList<long> ids, CancellationToken ct) =>
        [.. (await store.QueryAsync(ById, new { ids }, ct)).Select(Told)];

    private static KeptRecord Told(KeptRow row) => new(
        RecordKind.Incident, row.Id, row.ChannelId, row.TeamId, row.Number, row.ClosingCategory ?? row.OpeningCategory, row.GradeCode, false,
        row.ClosedAt ?? row.RecordedAt, row.State == IncidentState.Open ? null : row.ClosedAt);
}

/// <summary>An incident's facts for retention.</summary>
internal sealed record KeptRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public long? ChannelId { get; init; }

    public long? TeamId { get; init; }

    public required string OpeningCategory { get; init; }

    public string? ClosingCategory { get; init; }

    public required string GradeCode { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required IncidentState State { get; init; }
}
