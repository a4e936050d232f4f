namespace PoliceSocial.Incidents.Deciding;

/// <summary>A logged decision as it is stored; it is never changed.</summary>
internal sealed record DecisionRow
{
    public static readonly Statement<DecisionRow> OfIncident = Statement.Of<DecisionRow>(
        "SELECT Id, Decided, Elements, AuthorId, At FROM incidents.Decision WHERE IncidentId = @incidentId ORDER BY Id DESC");

    public required long Id { get; init; }

    public required string Decided { get; init; }

    public required string Elements { get; init; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset At { get; init; }
}
