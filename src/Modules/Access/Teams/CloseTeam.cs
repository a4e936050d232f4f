using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.Teams;

/// <summary>Closes a team: roles that were limited to it no longer reach its work.</summary>
internal sealed class CloseTeam(GrantChanges changes, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.close-team");

    public async Task<GrantOutcome> HandleAsync(Person asker, long teamId, long version, CancellationToken ct)
    {
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.FindAsync(TeamStatements.ById, new { id = teamId }, ct) is not { Closed: false } team)
            return GrantOutcome.Unknown;
        if (await ChangeTeam.IsOwnAsync(session, asker, teamId, ct))
            return GrantOutcome.OwnGrants;
        if (await session.ExecuteAsync(TeamStatements.Save, team with { Closed = true, Version = version }, ct) == 0)
            return GrantOutcome.ChangedMeanwhile;
        await session.ExecuteAsync(TeamStatements.DropReaches, new { kind = ReachKind.Team, teamId }, ct);
        session.Raise(new TeamClosed(teamId));
        return await changes.CommitAsync(session, ct);
    }
}
