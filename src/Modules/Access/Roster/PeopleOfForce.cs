using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Access.Roster;

/// <summary>Answers other modules' questions about people.</summary>
internal sealed class PeopleOfForce(RosterReader roster) : IPeople
{
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> ids, CancellationToken ct)
    {
        var now = await roster.NowAsync(ct);
        return ids.Distinct().Select(now.Of).OfType<Member>().ToDictionary(m => m.Row.Id, m => m.Row.Name);
    }

    public async Task<IReadOnlyList<PersonSummary>> WhoMayAsync(string permission, long channelId, long? teamId, CancellationToken ct)
    {
        var now = await roster.NowAsync(ct);
        return [.. now.Members.Values
            .Where(m => m.IsActive && m.Grants.Allows(permission, channelId, teamId))
            .OrderBy(m => m.Row.Name, StringComparer.CurrentCulture).ThenBy(m => m.Row.Id)
            .Select(m => new PersonSummary(m.Row.Id, m.Row.Name, m.Row.Mention))];
    }

    public async Task<IReadOnlyList<TeamSummary>> TeamsAsync(CancellationToken ct) =>
        [.. (await roster.NowAsync(ct)).Teams.Select(t => new TeamSummary(t.Id, t.Name))];
}
