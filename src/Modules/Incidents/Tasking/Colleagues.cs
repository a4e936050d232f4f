namespace PoliceSocial.Incidents.Tasking;

/// <summary>Who may work on an incident, to choose from.</summary>
internal sealed class Colleagues(Store<IncidentsModule> store, IPeople people)
{
    /// <summary>By name, the person first; whoever may record where the incident came by, or anywhere where it came by no channel.</summary>
    public async Task<IReadOnlyList<PersonSummary>> WhoMayAsync(Person person, long incidentId, CancellationToken ct)
    {
        var incident = await store.FindAsync(IncidentStatements.Load, new { id = incidentId }, ct);
        var all = await people.WhoMayAsync(IncidentsPermissions.Record, incident?.ChannelId ?? 0, incident?.TeamId, ct);
        return all.Any(p => p.Id == person.Id)
            ? [.. all.OrderBy(p => p.Id == person.Id ? 0 : 1)]
            : [new(person.Id, person.Name, ""), .. all];
    }
}
