namespace PoliceSocial.Incidents.Reading;

/// <summary>A part of the list, newest first.</summary>
internal sealed record IncidentPage(IReadOnlyList<IncidentLine> Rows, long? Next, IReadOnlyDictionary<long, string> Names);

/// <summary>Lists incidents for a person, and records that they were shown them.</summary>
internal sealed class ReadIncidents(Store<IncidentsModule> store, RecordViews views, IPeople people, TimeProvider clock)
{
    public const int PageSize = 50;

    private static readonly Statement<IncidentLine> Page = Statement.Paged<IncidentLine>(
        $"""
        SELECT i.Id, i.Number, i.Summary, i.Location, i.OpeningCategory, i.ClosingCategory, i.GradeCode, i.RespondBy, i.DeployedAt, i.FirstContactAt,
            i.RecordedAt, i.OwnerId, i.Recording, i.RecordingDueAt, i.State, i.Rehearsal, i.Version,
            (SELECT MIN(t.DueAt) FROM incidents.Task AS t WHERE t.IncidentId = i.Id AND t.State = @taskOpen) AS TaskDueAt
        FROM incidents.Incident AS i
        WHERE i.Id < @before AND (@state = 0 OR i.State = @state) AND (@owner = 0 OR i.OwnerId = @owner) AND (@grade IS NULL OR i.GradeCode = @grade)
            AND (@number IS NULL OR i.Number LIKE @number)
            AND (@overdue = 0 OR (i.DeployedAt IS NULL AND i.RespondBy <= @now) OR (i.Recording = @undecided AND i.RecordingDueAt <= @now)
                OR EXISTS (SELECT 1 FROM incidents.Task AS t WHERE t.IncidentId = i.Id AND t.State = @taskOpen AND t.DueAt <= @now))
            AND {Sight.Condition}
        ORDER BY i.Id DESC
        """);

    public async Task<IncidentPage> HandleAsync(Person person, IncidentFilter filter, CancellationToken ct)
    {
        var (everywhere, channels, teams) = Sight.Of(person);
        var rows = await store.QueryAsync(Page, new
        {
            before = filter.Before ?? long.MaxValue,
            state = filter.Which switch { Which.Closed => (int)IncidentState.Closed, Which.All => 0, _ => (int)IncidentState.Open },
            owner = filter.Which == Which.Mine ? person.Id : 0,
            grade = string.IsNullOrWhiteSpace(filter.Grade) ? null : filter.Grade,
            number = string.IsNullOrWhiteSpace(filter.Number) ? null : $"%{filter.Number.Trim()}%",
            overdue = filter.Which == Which.Overdue ? 1 : 0,
            now = clock.GetUtcNow(),
            undecided = RecordingAnswer.Undecided,
            taskOpen = (int)Tasking.TaskState.Open,
            everywhere,
            channels,
            teams,
            take = PageSize,
        }, ct);
        await views.OfListAsync(person, filter, rows, ct);
        var names = await people.NamesAsync(rows.Select(r => r.OwnerId).OfType<long>().Distinct(), ct);
        return new(rows, rows.Count == PageSize ? rows[^1].Id : null, names);
    }
}

/// <summary>An incident in the list.</summary>
internal sealed record IncidentLine
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Summary { get; init; }

    public required string Location { get; init; }

    public required string OpeningCategory { get; init; }

    public string? ClosingCategory { get; init; }

    public required string GradeCode { get; init; }

    public DateTimeOffset? RespondBy { get; init; }

    public DateTimeOffset? DeployedAt { get; init; }

    public required DateTimeOffset FirstContactAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public long? OwnerId { get; init; }

    public required RecordingAnswer Recording { get; init; }

    public DateTimeOffset? RecordingDueAt { get; init; }

    public required IncidentState State { get; init; }

    public required bool Rehearsal { get; init; }

    public required int Version { get; init; }

    public DateTimeOffset? TaskDueAt { get; init; }
}
