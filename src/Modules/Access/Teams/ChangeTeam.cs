using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Teams;

/// <summary>Changes a team's name, members and channels. Who holds a role for the team reaches its channels from then on.</summary>
internal sealed class ChangeTeam(GrantChanges changes, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.change-team");

    public async Task<GrantOutcome> HandleAsync(Person asker, ChangeTeamCommand command, CancellationToken ct)
    {
        var name = (command.Name ?? "").Trim();
        if (name.Length is 0 or > 100)
            return GrantOutcome.NameMissing;
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.FindAsync(TeamStatements.ById, new { id = command.TeamId }, ct) is not { Closed: false } team)
            return GrantOutcome.Unknown;
        if (await session.FindAsync(TeamStatements.ByName, new { name, closed = false }, ct) is { } same && same.Id != team.Id)
            return GrantOutcome.NameTaken;
        if (await IsOwnAsync(session, asker, team.Id, ct))
            return GrantOutcome.OwnGrants;
        if (await session.ExecuteAsync(TeamStatements.Save, team with { Name = name, Version = command.Version }, ct) == 0)
            return GrantOutcome.ChangedMeanwhile;
        await ReplaceAsync(session, command, ct);
        session.Raise(new TeamChanged(team.Id, command.MemberIds, command.ChannelIds));
        return await changes.CommitAsync(session, ct);
    }

    /// <summary>Would it change what the asker may do, while somebody else could do it?</summary>
    public static async Task<bool> IsOwnAsync(Session session, Person asker, long teamId, CancellationToken ct) =>
        (await session.QueryAsync(TeamStatements.HoldersThrough, new { kind = ReachKind.Team, teamId }, ct)).Contains(asker.Id)
        && !await GrantChanges.IsOnlyAdministratorAsync(session, asker, ct);

    private static async Task ReplaceAsync(Session session, ChangeTeamCommand command, CancellationToken ct)
    {
        var teamId = command.TeamId;
        await session.ExecuteAsync(TeamStatements.DropMembers, new { teamId }, ct);
        await session.ExecuteAsync(TeamStatements.DropChannels, new { teamId }, ct);
        await session.ExecuteAsync(TeamStatements.AddMember, command.MemberIds.Distinct().Select(id => new { teamId, id }).ToList(), ct);
        await session.ExecuteAsync(TeamStatements.AddChannel, command.ChannelIds.Distinct().Select(id => new { teamId, id }).ToList(), ct);
    }
}

/// <summary>A team as it shall be.</summary>
internal sealed record ChangeTeamCommand(
    long TeamId, long Version, string Name, IReadOnlyList<long> MemberIds, IReadOnlyList<long> ChannelIds);
