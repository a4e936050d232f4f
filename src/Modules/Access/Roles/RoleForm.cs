using PoliceSocial.Access.Asking;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Roles;

/// <summary>The fields of a role, as the partial draws them.</summary>
internal sealed record RoleForm(RoleDraft Draft, IReadOnlyList<Choice> Permissions)
{
    /// <summary>With all permissions that this host has, and those that stand in the role for modules still to come.</summary>
    public static RoleForm Of(RoleDraft draft, IReadOnlyDictionary<string, Permission> known) => new(draft,
    [
        .. known.Values.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new Choice(p.Key, p.Label, p.Scoped ? "Can be limited to channels and teams" : null)),
        .. draft.Permissions.Where(p => !known.ContainsKey(p)).Select(p => new Choice(p, p, "Allows nothing yet: the part of the service that it belongs to is not there")),
    ]);
}
