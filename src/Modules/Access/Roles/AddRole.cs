using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>Adds a role, often as a copy of a template. Nobody holds it yet, so no rule of granting can be broken.</summary>
internal sealed class AddRole(GrantChanges changes, AccessMemory memory, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("access.add-role");

    public async Task<(GrantOutcome Outcome, long RoleId)> HandleAsync(Person asker, RoleDraft wanted, string? template, CancellationToken ct)
    {
        var draft = wanted.Tidy();
        if (!draft.IsNamed)
            return (GrantOutcome.NameMissing, 0);
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.FindAsync(RoleStatements.ByName, new { name = draft.Name, retired = false }, ct) is not null)
            return (GrantOutcome.NameTaken, 0);
        var id = await InsertAsync(session, ids.New(), draft, template, ct);
        await session.CommitAsync(memory, ct);
        return (GrantOutcome.Done, id);
    }

    /// <summary>Adds it within a session.</summary>
    public static async Task<long> InsertAsync(Session session, long id, RoleDraft draft, string? template, CancellationToken ct)
    {
        await session.ExecuteAsync(RoleStatements.Insert, new RoleRow
        {
            Id = id,
            Name = draft.Name,
            Purpose = draft.Purpose,
            Template = template,
            SecondFactor = draft.SecondFactor,
            Retired = false,
            Version = 1,
        }, ct);
        await session.ExecuteAsync(RoleStatements.AddPermission, draft.Permissions.Select(permission => new { roleId = id, permission }).ToList(), ct);
        session.Raise(new RoleAdded(id, template, draft.Permissions));
        return id;
    }
}
