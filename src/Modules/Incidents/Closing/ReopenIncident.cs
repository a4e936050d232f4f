namespace PoliceSocial.Incidents.Closing;

/// <summary>A supervisor opens a closed incident again, with the reason.</summary>
internal sealed class ReopenIncident(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.reopen");

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1_000)
            return Task.FromResult<ChangeResult>(new ChangeResult.Refused("Enter why it is opened again, in 1,000 characters or less"));
        var act = acts.By(person, Kind, reason.Trim());
        return desk.ChangeAsync(act, person, IncidentsPermissions.Grade, incidentId, i => i.State == IncidentState.Open
            ? new Decision.Nothing()
            : new Decision.Change(
                i with { State = IncidentState.Open, ClosedAt = null, ClosedBy = null }, Moment.Reopened, new IncidentReopened(i.Id), null, act.Purpose), ct);
    }
}
