using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.Roles;

/// <summary>Retires a role: whoever holds it loses it at once. The ledger still knows what it was.</summary>
internal sealed class RetireRole(GrantChanges changes, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.retire-role");

    public async Task<GrantOutcome> HandleAsync(Person asker, long roleId, long version, CancellationToken ct)
    {
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.FindAsync(RoleStatements.ById, new { id = roleId }, ct) is not { Retired: false } role)
            return GrantOutcome.Unknown;
        if (await ChangeRole.IsOwnAsync(session, asker, roleId, ct))
            return GrantOutcome.OwnGrants;
        if (await session.ExecuteAsync(RoleStatements.Save, role with { Retired = true, Version = version }, ct) == 0)
            return GrantOutcome.ChangedMeanwhile;
        foreach (var held in await session.QueryAsync(RoleStatements.AssignmentsOfRole, new { roleId }, ct))
            await TakeRole.RemoveAsync(session, held, ct);
        session.Raise(new RoleRetired(roleId));
        return await changes.CommitAsync(session, ct);
    }
}
