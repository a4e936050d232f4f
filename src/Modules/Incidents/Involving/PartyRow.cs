namespace PoliceSocial.Incidents.Involving;

/// <summary>What an incident can be about.</summary>
internal enum PartyKind
{
    Person = 1,
    Place = 2,
    Vehicle = 3,
}

/// <summary>A person, place or vehicle as it is stored.</summary>
internal sealed record PartyRow
{
    public static readonly Statement<PartyRow> OfIncident = Statement.Of<PartyRow>(
        """
        SELECT Id, Kind, Label, Detail, ContactId, Roles, Markers, AddedBy, AddedAt, RemovedAt, RemovedBy, RemovedReason
        FROM incidents.Party WHERE IncidentId = @incidentId ORDER BY Kind, Id
        """);

    public required long Id { get; init; }

    public required PartyKind Kind { get; init; }

    public required string Label { get; init; }

    public required string Detail { get; init; }

    public long? ContactId { get; init; }

    /// <summary>Codes, separated by spaces.</summary>
    public required string Roles { get; init; }

    public required string Markers { get; init; }

    public required long AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public long? RemovedBy { get; init; }

    public string? RemovedReason { get; init; }

    public IEnumerable<string> RoleNames(ServiceProfile profile) => Names(Roles, profile.Roles);

    public IEnumerable<string> MarkerNames(ServiceProfile profile) => Names(Markers, profile.Markers);

    private static IEnumerable<string> Names(string codes, IReadOnlyList<Term> terms) =>
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => ServiceProfile.NameIn(terms, c));
}

/// <summary>A link between two of them as it is stored.</summary>
internal sealed record PartyLinkRow
{
    public static readonly Statement<PartyLinkRow> OfIncident = Statement.Of<PartyLinkRow>(
        """
        SELECT Id, FromId, ToId, Kind, AddedBy, AddedAt, RemovedAt, RemovedBy
        FROM incidents.PartyLink WHERE IncidentId = @incidentId ORDER BY Id
        """);

    public required long Id { get; init; }

    public required long FromId { get; init; }

    public required long ToId { get; init; }

    public required string Kind { get; init; }

    public required long AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public long? RemovedBy { get; init; }
}
