using System.Globalization;
using PoliceSocial.Access.Asking;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.People;

/// <summary>A role that a person holds, in words.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Role">The role's name.</param>
/// <param name="Where">Where it holds.</param>
/// <param name="NotGiven">What the role would allow but its limits keep back.</param>
internal sealed record HeldRole(long AssignmentId, string Role, string Where, IReadOnlyList<string> NotGiven);

/// <summary>Puts assignments into words.</summary>
internal sealed class HeldRoles(
    IReadOnlyList<RoleRow> roles, ILookup<long, ReachRow> reaches, ILookup<long, string> permissionsOfRole,
    IReadOnlyDictionary<string, Permission> known, IReadOnlyList<Choice> channels, IReadOnlyList<Choice> teams)
{
    public HeldRole? Show(AssignmentRow assignment) => roles.FirstOrDefault(r => r.Id == assignment.RoleId) is { } role
        ? new(assignment.Id, role.Name, assignment.Everywhere ? "Everywhere" : Limits(assignment.Id), assignment.Everywhere ? [] : NotGiven(role.Id))
        : null;

    private string Limits(long assignmentId) => reaches[assignmentId].Any()
        ? string.Join(", ", reaches[assignmentId].Select(Name).Order())
        : "Nowhere any more: what it was limited to is closed";

    private string Name(ReachRow reach)
    {
        var id = reach.ReachId.ToString(CultureInfo.InvariantCulture);
        var all = reach.Kind == ReachKind.Channel ? channels : teams;
        return all.FirstOrDefault(c => c.Value == id)?.Label ?? (reach.Kind == ReachKind.Channel ? "A channel that is disconnected" : "A closed team");
    }

    private List<string> NotGiven(long roleId) =>
        [.. permissionsOfRole[roleId].Select(known.GetValueOrDefault).OfType<Permission>().Where(p => !p.Scoped).Select(p => p.Label)];
}
