namespace PoliceSocial.Incidents.Involving;

/// <summary>A member of staff says how two of the people, places and vehicles of an incident belong together.</summary>
internal sealed class LinkParties(IncidentDesk desk, ServiceProfile profile, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.link-parties");

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO incidents.PartyLink (Id, IncidentId, FromId, ToId, Kind, AddedBy, AddedAt)
        SELECT @id, @incidentId, @fromId, @toId, @kind, @by, @at
        WHERE NOT EXISTS (
            SELECT 1 FROM incidents.PartyLink
            WHERE IncidentId = @incidentId AND FromId = @fromId AND ToId = @toId AND Kind = @kind AND RemovedAt IS NULL)
        """);

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, long fromId, long toId, string? kind, CancellationToken ct)
    {
        if (profile.Links.All(l => l.Code != kind))
            return Task.FromResult<ChangeResult>(new ChangeResult.Refused("Choose how they belong together"));
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            var parties = (await session.QueryAsync(PartyRow.OfIncident, new { incidentId }, ct)).Where(p => p.RemovedAt is null).Select(p => p.Id).ToHashSet();
            if (fromId == toId || !parties.Contains(fromId) || !parties.Contains(toId))
                return new Decision.Refuse("Choose two different people, places or vehicles of this record.");
            var id = ids.New();
            return await session.ExecuteAsync(Insert, new { id, incidentId, fromId, toId, kind, by = person.Id, at = act.At }, ct) == 0
                ? new Decision.Nothing()
                : new Decision.Change(i, Moment.PartiesLinked, new PartiesLinked(i.Id, id, fromId, toId, kind!), id);
        }, ct);
    }
}
