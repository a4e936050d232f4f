using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>Changes what a role is called and allows, for everybody who holds it, from their next click on.</summary>
internal sealed class ChangeRole(GrantChanges changes, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.change-role");

    /// <param name="asker">Who asks.</param>
    /// <param name="roleId">Which.</param>
    /// <param name="version">The version that they saw.</param>
    /// <param name="wanted">As it shall be.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<GrantOutcome> HandleAsync(Person asker, long roleId, long version, RoleDraft wanted, CancellationToken ct)
    {
        var draft = wanted.Tidy();
        if (!draft.IsNamed)
            return GrantOutcome.NameMissing;
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.FindAsync(RoleStatements.ById, new { id = roleId }, ct) is not { Retired: false } role)
            return GrantOutcome.Unknown;
        if (await session.FindAsync(RoleStatements.ByName, new { name = draft.Name, retired = false }, ct) is { } same && same.Id != roleId)
            return GrantOutcome.NameTaken;
        if (await IsOwnAsync(session, asker, roleId, ct))
            return GrantOutcome.OwnGrants;
        var changed = role with { Name = draft.Name, Purpose = draft.Purpose, SecondFactor = draft.SecondFactor, Version = version };
        if (await session.ExecuteAsync(RoleStatements.Save, changed, ct) == 0)
            return GrantOutcome.ChangedMeanwhile;
        await SetPermissionsAsync(session, roleId, draft.Permissions, ct);
        return await changes.CommitAsync(session, ct);
    }

    /// <summary>Does the asker hold it, while somebody else could change it?</summary>
    public static async Task<bool> IsOwnAsync(Session session, Person asker, long roleId, CancellationToken ct) =>
        (await session.QueryAsync(RoleStatements.AssignmentsOfRole, new { roleId }, ct)).Any(a => a.PersonId == asker.Id)
        && !await GrantChanges.IsOnlyAdministratorAsync(session, asker, ct);

    private static async Task SetPermissionsAsync(Session session, long roleId, IReadOnlyList<string> wanted, CancellationToken ct)
    {
        var now = await session.QueryAsync(RoleStatements.PermissionsOf, new { roleId }, ct);
        var (given, taken) = (wanted.Except(now).ToList(), now.Except(wanted).ToList());
        await session.ExecuteAsync(RoleStatements.AddPermission, given.Select(permission => new { roleId, permission }).ToList(), ct);
        await session.ExecuteAsync(RoleStatements.DropPermission, taken.Select(permission => new { roleId, permission }).ToList(), ct);
        session.Raise(new RoleChanged(roleId, given, taken));
    }
}
