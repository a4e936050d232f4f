using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access;

/// <summary>What Access itself allows. Each key is also the policy of the pages that need it.</summary>
internal static class AccessPermissions
{
    public const string ManagePeople = "access.manage-people";
    public const string ManageRoles = "access.manage-roles";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ManagePeople, "Add, disable and reset people, and manage teams"),
        new(ManageRoles, "Decide what roles allow and who holds them"),
    ];
}
