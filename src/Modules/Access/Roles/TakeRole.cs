using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>Takes a role from a person, from their next click on.</summary>
internal sealed class TakeRole(GrantChanges changes, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.take-role");

    public async Task<GrantOutcome> HandleAsync(Person asker, long personId, long assignmentId, CancellationToken ct)
    {
        if (!asker.Grants.Allows(AccessPermissions.ManageRoles))
            return GrantOutcome.NotAllowed;
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        var held = (await session.QueryAsync(RoleStatements.AssignmentsOfPerson, new { personId }, ct)).FirstOrDefault(a => a.Id == assignmentId);
        if (held is null)
            return GrantOutcome.Unknown;
        if (asker.Id == personId && !await GrantChanges.IsOnlyAdministratorAsync(session, asker, ct))
            return GrantOutcome.OwnGrants;
        await RemoveAsync(session, held, ct);
        return await changes.CommitAsync(session, ct);
    }

    /// <summary>Takes it within a session.</summary>
    public static async Task RemoveAsync(Session session, AssignmentRow held, CancellationToken ct)
    {
        await session.ExecuteAsync(RoleStatements.DropReaches, new { id = held.Id }, ct);
        await session.ExecuteAsync(RoleStatements.Unassign, new { id = held.Id, personId = held.PersonId }, ct);
        session.Raise(new RoleTaken(held.PersonId, held.RoleId, held.Id));
    }
}
