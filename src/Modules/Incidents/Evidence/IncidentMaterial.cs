using PoliceSocial.Incidents.Asked;
using PoliceSocial.Incidents.Joining;

namespace PoliceSocial.Incidents.Evidence;

/// <summary>Hands an incident out for evidence, all of it, and puts each reading on record in the name of the officer who ordered it.</summary>
internal sealed class IncidentMaterial(Store<IncidentsModule> store, IncidentsForOthers others, IncidentLog log, Ids ids, TimeProvider clock) : IIncidentMaterial
{
    public static readonly ActKind Kind = new("incidents.read-for-evidence");

    public async Task<IReadOnlyList<IncidentScope>> FindAsync(IReadOnlyList<long> incidents, CancellationToken ct)
    {
        var found = new List<IncidentScope>();
        foreach (var id in incidents.Distinct())
        {
            if (await store.FindAsync(IncidentStatements.Load, new { id }, ct) is { } row)
                found.Add(await ScopeOfAsync(row, ct));
        }

        return found;
    }

    public async Task<IncidentScope?> FindByNumberAsync(string number, CancellationToken ct) =>
        await store.FindAsync(IncidentStatements.LoadByNumber, new { number = number.Trim() }, ct) is { } row ? await ScopeOfAsync(row, ct) : null;

    public async Task RecordReadAsync(long incidentId, long personId, string purpose, CancellationToken ct)
    {
        var act = new Act(ids.New(), Kind, new(ActorKind.Person, personId), clock.GetUtcNow(), Purpose: purpose);
        await using var session = await store.BeginAsync(act, ct);
        await log.AddAsync(session, incidentId, Moment.ReadForEvidence, null, purpose, ct);
        session.Raise(new IncidentReadForEvidence(incidentId));
        await session.CommitAsync(ct);
    }

    public async Task<IncidentContents?> ReadAsync(long incidentId, CancellationToken ct) =>
        await store.FindAsync(IncidentStatements.Load, new { id = incidentId }, ct) is { } row ? await others.ContentsOfAsync(row, ct) : null;

    private async Task<IncidentScope> ScopeOfAsync(IncidentRow row, CancellationToken ct) => new(
        row.Id, row.Number, row.ChannelId, row.TeamId,
        [.. (await store.QueryAsync(JoinedConversations.OfIncident, new { incidentId = row.Id }, ct)).Where(j => j.SplitAt is null).Select(j => j.ConversationId).Distinct()]);
}
