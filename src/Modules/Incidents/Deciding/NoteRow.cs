namespace PoliceSocial.Incidents.Deciding;

/// <summary>What a note is.</summary>
internal enum NoteKind
{
    /// <summary>Somebody saw, heard or was told it.</summary>
    Fact = 1,

    /// <summary>Somebody thinks so.</summary>
    Opinion = 2,

    /// <summary>What the public was advised to do.</summary>
    Advice = 3,
}

/// <summary>A note as it is stored; it is never changed.</summary>
internal sealed record NoteRow
{
    public static readonly Statement<NoteRow> OfIncident = Statement.Of<NoteRow>(
        "SELECT Id, Kind, Text, AuthorId, At FROM incidents.Note WHERE IncidentId = @incidentId ORDER BY Id DESC");

    public required long Id { get; init; }

    public required NoteKind Kind { get; init; }

    public required string Text { get; init; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset At { get; init; }
}
