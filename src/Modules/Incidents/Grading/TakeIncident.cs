namespace PoliceSocial.Incidents.Grading;

/// <summary>A member of staff answers for an incident from now on.</summary>
internal sealed class TakeIncident(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.take");

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, CancellationToken ct) =>
        desk.ChangeAsync(acts.By(person, Kind), person, IncidentsPermissions.Record, incidentId, i => i.OwnerId == person.Id
            ? new Decision.Nothing()
            : new Decision.Change(i with { OwnerId = person.Id }, Moment.Taken, new IncidentTaken(i.Id, i.OwnerId, person.Id), i.OwnerId), ct);
}
