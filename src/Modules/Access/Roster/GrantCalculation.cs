using PoliceSocial.Access.People;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Roster;

/// <summary>
/// Works out what a person may do from the roles they hold. A role limited to a team reaches the team's work and the team's
/// channels. A permission that cannot be limited comes only from a role held everywhere: a limit is never widened silently.
/// </summary>
internal sealed class GrantCalculation(
    IReadOnlyDictionary<string, Permission> known, ILookup<long, string> permissionsOfRole, ILookup<long, ReachRow> reachesOfAssignment,
    ILookup<long, long> channelsOfTeam)
{
    public Member Of(MemberRow person, IReadOnlyList<HeldRoleRow> held) => new(
        person,
        new(person.State == PersonState.Active ? held.SelectMany(Of) : []),
        held.Any(h => h.SecondFactor));

    private IEnumerable<(string Permission, Reach Reach)> Of(HeldRoleRow held)
    {
        var reach = held.Everywhere ? Reach.All : Limited(held);
        return from key in permissionsOfRole[held.RoleId]
               where known.TryGetValue(key, out var permission) && (held.Everywhere || permission.Scoped)
               select (key, reach);
    }

    private Reach Limited(HeldRoleRow held)
    {
        var reaches = reachesOfAssignment[held.AssignmentId].ToLookup(r => r.Kind, r => r.ReachId);
        var teams = reaches[ReachKind.Team].ToList();
        return Reach.Only(reaches[ReachKind.Channel].Concat(teams.SelectMany(t => channelsOfTeam[t])), teams);
    }
}
