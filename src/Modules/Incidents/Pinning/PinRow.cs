namespace PoliceSocial.Incidents.Pinning;

/// <summary>How somebody knows where it is.</summary>
internal enum PinSource
{
    /// <summary>The person said it.</summary>
    Said = 1,

    /// <summary>Their device gave it.</summary>
    Shared = 2,

    /// <summary>We worked it out.</summary>
    WorkedOut = 3,
}

/// <summary>A pin as it is stored.</summary>
internal sealed record PinRow
{
    public static readonly Statement<PinRow> Latest = Statement.Paged<PinRow>(
        "SELECT Id, IncidentId, Latitude, Longitude, AccuracyMetres, Source, InArea, PinnedAt, PinnedBy FROM incidents.Pin WHERE IncidentId = @incidentId ORDER BY Id DESC");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.Pin (Id, IncidentId, Latitude, Longitude, AccuracyMetres, Source, InArea, PinnedAt, PinnedBy)
        VALUES (@Id, @IncidentId, @Latitude, @Longitude, @AccuracyMetres, @Source, @InArea, @PinnedAt, @PinnedBy)
        """);

    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required int AccuracyMetres { get; init; }

    public required PinSource Source { get; init; }

    /// <summary>Whether it lies within the force's area, as that was known when it was pinned; null where it was not.</summary>
    public bool? InArea { get; init; }

    public required DateTimeOffset PinnedAt { get; init; }

    public required long PinnedBy { get; init; }

    public Coordinates At => new(Latitude, Longitude);
}
