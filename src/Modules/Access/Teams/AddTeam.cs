using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.Teams;

/// <summary>Adds a team. Its members and channels are chosen next.</summary>
internal sealed class AddTeam(GrantChanges changes, AccessMemory memory, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("access.add-team");

    public async Task<(GrantOutcome Outcome, long TeamId)> HandleAsync(Person asker, string name, CancellationToken ct)
    {
        name = (name ?? "").Trim();
        if (name.Length is 0 or > 100)
            return (GrantOutcome.NameMissing, 0);
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.FindAsync(TeamStatements.ByName, new { name, closed = false }, ct) is not null)
            return (GrantOutcome.NameTaken, 0);
        var team = new TeamRow { Id = ids.New(), Name = name, Closed = false, Version = 1 };
        await session.ExecuteAsync(TeamStatements.Insert, team, ct);
        session.Raise(new TeamAdded(team.Id));
        await session.CommitAsync(memory, ct);
        return (GrantOutcome.Done, team.Id);
    }
}
