namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Loads and saves hand-overs.</summary>
internal static class HandoverStatements
{
    private const string Columns =
        """
        h.Id, h.IncidentId, h.Destination, h.Purpose, h.Document, h.Sha256, h.Reason, h.AskedBy, h.AskedAt, h.State, h.Attempts, h.NotBefore, h.Problem,
        h.DeliveredAt, h.AnsweredAt, h.AnsweredBy, h.Reference, h.AnswerReason, h.OfferId, h.AlarmAt, h.NotedAt, h.NotedBy,
        h.Version
        """;

    public static readonly Statement<HandoverRow> Load = Statement.Of<HandoverRow>($"SELECT {Columns} FROM incidents.Handover AS h WHERE h.Id = @id");

    public static readonly Statement<HandoverRow> OfIncident = Statement.Of<HandoverRow>(
        $"SELECT {Columns} FROM incidents.Handover AS h WHERE h.IncidentId = @incidentId ORDER BY h.Id DESC");

    public static readonly Statement<long> Due = Statement.Paged<long>(
        "SELECT Id FROM incidents.Handover WHERE State = @waiting AND NotBefore <= @now ORDER BY NotBefore, Id");

    public static readonly Statement<HandoverRow> Unanswered = Statement.Paged<HandoverRow>(
        $"SELECT {Columns} FROM incidents.Handover AS h WHERE h.State = @delivered AND h.Purpose <> @answer AND h.Destination IN @destinations ORDER BY h.Id");

    /// <summary>What failed, and what waits after a failure, newest first.</summary>
    public static readonly Statement<HandoverRow> Troubled = Statement.Paged<HandoverRow>(
        $"""
        SELECT {Columns} FROM incidents.Handover AS h LEFT JOIN incidents.Incident AS i ON i.Id = h.IncidentId
        WHERE (h.State = @failed OR (h.State = @waiting AND h.Attempts > 0)) AND {Sight.Condition}
        ORDER BY h.Id DESC
        """);

    public static readonly Statement<int> Failed = Statement.Of<int>(
        $"SELECT COUNT(*) AS N FROM incidents.Handover AS h LEFT JOIN incidents.Incident AS i ON i.Id = h.IncidentId WHERE h.State = @failed AND {Sight.Condition}");

    /// <summary>Not delivered so long after it was asked for, and no alarm stands.</summary>
    public static readonly Statement<HandoverRow> Undelivered = Statement.Paged<HandoverRow>(
        $"SELECT {Columns} FROM incidents.Handover AS h WHERE h.State = @waiting AND h.AlarmAt IS NULL AND h.Destination = @destination AND h.AskedAt <= @before ORDER BY h.Id");

    /// <summary>Delivered so long ago, not answered, and no alarm stands.</summary>
    public static readonly Statement<HandoverRow> Unacknowledged = Statement.Paged<HandoverRow>(
        $"""
        SELECT {Columns} FROM incidents.Handover AS h
        WHERE h.State = @delivered AND h.AlarmAt IS NULL AND h.Purpose <> @answer AND h.Destination = @destination AND h.DeliveredAt <= @before
        ORDER BY h.Id
        """);

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.Handover
            (Id, IncidentId, Destination, Purpose, Document, Sha256, Reason, AskedBy, AskedAt, State, Attempts, NotBefore, OfferId, Version)
        VALUES (@Id, @IncidentId, @Destination, @Purpose, @Document, @Sha256, @Reason, @AskedBy, @AskedAt, @State, @Attempts, @NotBefore,
            @OfferId, @Version)
        """);

    public static readonly Statement Save = Statement.Of(
        """
        UPDATE incidents.Handover
        SET State = @State, Attempts = @Attempts, NotBefore = @NotBefore, Problem = @Problem, DeliveredAt = @DeliveredAt, AnsweredAt = @AnsweredAt,
            AnsweredBy = @AnsweredBy, Reference = @Reference, AnswerReason = @AnswerReason, AlarmAt = @AlarmAt, NotedAt = @NotedAt, NotedBy = @NotedBy, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
