namespace PoliceSocial.Incidents.Offered;

/// <summary>Loads and saves what is offered to us.</summary>
internal static class OfferStatements
{
    private const string Columns =
        """
        Id, Peer, TheirId, TheirNumber, Way, Document, Sha256, Rehearsal, FirstContactAt, ReceivedAt, State, Problem, NotedAt, NotedBy, SettledAt,
        SettledBy, Reason, IncidentId, Version
        """;

    public static readonly Statement<OfferRow> Load = Statement.Of<OfferRow>($"SELECT {Columns} FROM incidents.Offer WHERE Id = @id");

    public static readonly Statement<OfferRow> Same = Statement.Of<OfferRow>(
        $"SELECT {Columns} FROM incidents.Offer WHERE Peer = @peer AND TheirId = @theirId");

    public static readonly Statement<OfferRow> OfIncident = Statement.Of<OfferRow>(
        $"SELECT {Columns} FROM incidents.Offer WHERE IncidentId = @incidentId");

    /// <summary>Newest first, of one state or of all.</summary>
    public static readonly Statement<OfferRow> Latest = Statement.Paged<OfferRow>(
        $"SELECT {Columns} FROM incidents.Offer WHERE (@state = 0 OR State = @state) ORDER BY Id DESC");

    /// <summary>Those that wait, or could not be taken, and that nobody has taken note of.</summary>
    public static readonly Statement<OfferRow> Unnoted = Statement.Paged<OfferRow>(
        $"SELECT {Columns} FROM incidents.Offer WHERE State IN (@open, @unfit) AND NotedAt IS NULL ORDER BY Id DESC");

    public static readonly Statement<int> Count = Statement.Of<int>("SELECT COUNT(*) AS N FROM incidents.Offer WHERE State = @state");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO incidents.Offer ({Columns})
        SELECT @Id, @Peer, @TheirId, @TheirNumber, @Way, @Document, @Sha256, @Rehearsal, @FirstContactAt, @ReceivedAt, @State, @Problem, @NotedAt,
            @NotedBy, @SettledAt, @SettledBy, @Reason, @IncidentId, @Version
        WHERE NOT EXISTS (SELECT 1 FROM incidents.Offer WHERE Peer = @Peer AND TheirId = @TheirId)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else was faster.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE incidents.Offer
        SET State = @State, NotedAt = @NotedAt, NotedBy = @NotedBy, SettledAt = @SettledAt, SettledBy = @SettledBy, Reason = @Reason,
            IncidentId = @IncidentId, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
