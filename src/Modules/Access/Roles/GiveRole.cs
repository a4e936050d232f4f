using PoliceSocial.Access.People;
using PoliceSocial.Access.Roster;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>Gives a person a role: everywhere, or limited to channels and teams.</summary>
internal sealed class GiveRole(GrantChanges changes, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("access.give-role");

    public async Task<GrantOutcome> HandleAsync(Person asker, GiveRoleCommand command, CancellationToken ct)
    {
        if (!asker.Grants.Allows(AccessPermissions.ManageRoles))
            return GrantOutcome.NotAllowed;
        if (!command.Everywhere && command.ChannelIds.Count == 0 && command.TeamIds.Count == 0)
            return GrantOutcome.NothingChosen;
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await WhyNotAsync(session, asker, command, ct) is { } why)
            return why;
        await InsertAsync(session, ids.New(), command, ct);
        return await changes.CommitAsync(session, ct);
    }

    /// <summary>Gives it within a session.</summary>
    public static async Task InsertAsync(Session session, long id, GiveRoleCommand command, CancellationToken ct)
    {
        var channels = command.Everywhere ? [] : command.ChannelIds;
        var teams = command.Everywhere ? [] : command.TeamIds;
        await session.ExecuteAsync(RoleStatements.Assign, new AssignmentRow
        {
            Id = id,
            PersonId = command.PersonId,
            RoleId = command.RoleId,
            Everywhere = command.Everywhere,
        }, ct);
        var reaches = channels.Select(c => (Kind: ReachKind.Channel, Id: c)).Concat(teams.Select(t => (Kind: ReachKind.Team, Id: t))).Distinct();
        await session.ExecuteAsync(
            RoleStatements.AddReach, reaches.Select(r => new ReachRow { AssignmentId = id, Kind = r.Kind, ReachId = r.Id }).ToList(), ct);
        session.Raise(new RoleGiven(command.PersonId, command.RoleId, id, command.Everywhere, channels, teams));
    }

    private static async Task<GrantOutcome?> WhyNotAsync(Session session, Person asker, GiveRoleCommand command, CancellationToken ct)
    {
        if (await session.FindAsync(PersonStatements.ById, new { id = command.PersonId }, ct) is null)
            return GrantOutcome.Unknown;
        if (await session.FindAsync(RoleStatements.ById, new { id = command.RoleId }, ct) is not { Retired: false })
            return GrantOutcome.Unknown;
        if ((await session.QueryAsync(RoleStatements.AssignmentsOfPerson, new { personId = command.PersonId }, ct)).Any(a => a.RoleId == command.RoleId))
            return GrantOutcome.AlreadyHeld;
        return asker.Id == command.PersonId && !await GrantChanges.IsOnlyAdministratorAsync(session, asker, ct) ? GrantOutcome.OwnGrants : null;
    }
}

/// <summary>Who gets which role, and where it holds.</summary>
internal sealed record GiveRoleCommand(
    long PersonId, long RoleId, bool Everywhere, IReadOnlyList<long> ChannelIds, IReadOnlyList<long> TeamIds)
{
    public static GiveRoleCommand HoldingEverywhere(long personId, long roleId) => new(personId, roleId, true, [], []);
}
