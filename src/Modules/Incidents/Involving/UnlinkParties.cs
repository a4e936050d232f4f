namespace PoliceSocial.Incidents.Involving;

/// <summary>A member of staff takes a link away; that there was one stays on record.</summary>
internal sealed class UnlinkParties(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.unlink-parties");

    private static readonly Statement Remove = Statement.Of(
        "UPDATE incidents.PartyLink SET RemovedAt = @at, RemovedBy = @by WHERE Id = @linkId AND IncidentId = @incidentId AND RemovedAt IS NULL");

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, long linkId, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
            await session.ExecuteAsync(Remove, new { at = act.At, by = person.Id, linkId, incidentId }, ct) == 0
                ? new Decision.Nothing()
                : new Decision.Change(i, Moment.PartiesUnlinked, new PartiesUnlinked(i.Id, linkId), linkId), ct);
    }
}
