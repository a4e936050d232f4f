namespace PoliceSocial.Incidents.Grading;

/// <summary>A member of staff records that help is on its way; that ends the clock of the response.</summary>
internal sealed class RecordDeployment(IncidentDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("incidents.record-deployment");

    public Task<ChangeResult> HandleAsync(Person person, long incidentId, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        return desk.ChangeAsync(act, person, IncidentsPermissions.Record, incidentId, i => i switch
        {
            { State: IncidentState.Closed } => new Decision.Refuse("It is closed. Open it again first."),
            { DeployedAt: not null } => new Decision.Nothing(),
            _ => new Decision.Change(i with { DeployedAt = act.At }, Moment.Deployed, new IncidentDeployed(i.Id, act.At)),
        }, ct);
    }
}
