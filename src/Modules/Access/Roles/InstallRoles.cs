using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>Copies the templates into roles, those that are not there yet; part of making the first account.</summary>
internal sealed class InstallRoles(RoleTemplates templates, Ids ids)
{
    /// <summary>The roles by the key of their template.</summary>
    public async Task<IReadOnlyDictionary<string, long>> HandleAsync(Session session, CancellationToken ct)
    {
        var there = (await session.QueryAsync(RoleStatements.All, new { retired = false }, ct)).ToList();
        var roles = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var template in templates.All)
        {
            var draft = new RoleDraft(template.Name, template.Purpose, template.SecondFactor, template.Permissions).Tidy();
            roles[template.Key] = there.Find(r => r.Template == template.Key || r.Name == template.Name)?.Id
                ?? await AddRole.InsertAsync(session, ids.New(), draft, template.Key, ct);
        }

        return roles;
    }
}
