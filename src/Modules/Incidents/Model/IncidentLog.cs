namespace PoliceSocial.Incidents.Model;

/// <summary>Writes and reads the timeline of incidents; writes in the session of what it tells of.</summary>
internal sealed class IncidentLog(Ids ids)
{
    public static readonly Statement<EntryRow> Latest = Statement.Paged<EntryRow>(
        "SELECT Id, Kind, ActorKind, ActorId, At, OtherId, Detail FROM incidents.Entry WHERE IncidentId = @id ORDER BY Id DESC");

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.Entry (Id, IncidentId, Kind, ActorKind, ActorId, At, OtherId, Detail)
        VALUES (@id, @incidentId, @kind, @actorKind, @actorId, @at, @otherId, @detail)
        """);

    public Task AddAsync(Session session, long incidentId, Moment kind, long? otherId, string? detail, CancellationToken ct) =>
        session.ExecuteAsync(Insert, new
        {
            id = ids.New(),
            incidentId,
            kind,
            actorKind = session.Act.Actor.Kind,
            actorId = session.Act.Actor.Id,
            at = session.Act.At,
            otherId,
            detail,
        }, ct);
}
