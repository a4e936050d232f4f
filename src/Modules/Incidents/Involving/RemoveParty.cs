namespace PoliceSocial.Incidents.Involving;

/// <summary>A member of staff takes a person, place or vehicle off an incident, with the reason. It stays on record, and its links end.</summary>
internal sealed class RemoveParty(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.remove-party");

    private static readonly Statement Remove = Statement.Of(
        """
        UPDATE incidents.Party SET RemovedAt = @at, RemovedBy = @by, RemovedReason = @reason
        WHERE Id = @partyId AND IncidentId = @incidentId AND RemovedAt IS NULL
        """);

    private static readonly Statement Unlink = Statement.Of(
        """
        UPDATE incidents.PartyLink SET RemovedAt = @at, RemovedBy = @by
        WHERE IncidentId = @incidentId AND (FromId = @partyId OR ToId = @partyId) AND RemovedAt IS NULL
        """);

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, long partyId, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1_000)
            return Task.FromResult<ChangeResult>(new ChangeResult.Refused("Enter why it is taken off, in 1,000 characters or less"));
        var act = acts.By(person, Kind, reason.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, async (session, i) =>
        {
            if (await session.ExecuteAsync(Remove, new { at = act.At, by = person.Id, reason = act.Purpose, partyId, incidentId }, ct) == 0)
                return new Decision.Nothing();
            await session.ExecuteAsync(Unlink, new { at = act.At, by = person.Id, partyId, incidentId }, ct);
            return new Decision.Change(i, Moment.PartyRemoved, new PartyRemoved(i.Id, partyId), partyId, act.Purpose);
        }, ct);
    }
}
