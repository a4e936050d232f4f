using PoliceSocial.Access.People;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>That a person holds a permission through some role; what the rules of granting look at.</summary>
internal sealed record HeldPermissionRow
{
    public static readonly Statement<HeldPermissionRow> All = Statement.Of<HeldPermissionRow>(
        """
        SELECT DISTINCT a.PersonId, s.State, a.Everywhere, p.Permission
        FROM access.Assignment a
        JOIN access.Person s ON s.Id = a.PersonId
        JOIN access.Role r ON r.Id = a.RoleId
        JOIN access.RolePermission p ON p.RoleId = r.Id
        WHERE r.Retired = @retired AND s.State <> @disabled
        """);

    public required long PersonId { get; init; }

    public required PersonState State { get; init; }

    public required bool Everywhere { get; init; }

    public required string Permission { get; init; }
}
