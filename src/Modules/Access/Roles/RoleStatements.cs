using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

internal static class RoleStatements
{
    private const string Columns = "Id, Name, Purpose, Template, SecondFactor, Retired, Version";

    public static readonly Statement<RoleRow> All = Statement.Of<RoleRow>(
        $"SELECT {Columns} FROM access.Role WHERE Retired = @retired ORDER BY Name, Id");

    public static readonly Statement<RoleRow> ById = Statement.Of<RoleRow>($"SELECT {Columns} FROM access.Role WHERE Id = @id");

    public static readonly Statement<RoleRow> ByName = Statement.Of<RoleRow>(
        $"SELECT {Columns} FROM access.Role WHERE Name = @name AND Retired = @retired");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO access.Role ({Columns})
        VALUES (@Id, @Name, @Purpose, @Template, @SecondFactor, @Retired, @Version)
        """);

    public static readonly Statement Save = Statement.Of(
        """
        UPDATE access.Role SET Name = @Name, Purpose = @Purpose, SecondFactor = @SecondFactor, Retired = @Retired, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);

    public static readonly Statement<string> PermissionsOf = Statement.Of<string>(
        "SELECT Permission FROM access.RolePermission WHERE RoleId = @roleId ORDER BY Permission");

    public static readonly Statement AddPermission = Statement.Of(
        "INSERT INTO access.RolePermission (RoleId, Permission) VALUES (@roleId, @permission)");

    public static readonly Statement DropPermission = Statement.Of(
        "DELETE FROM access.RolePermission WHERE RoleId = @roleId AND Permission = @permission");

    public static readonly Statement<AssignmentRow> AssignmentsOfPerson = Statement.Of<AssignmentRow>(
        "SELECT Id, PersonId, RoleId, Everywhere FROM access.Assignment WHERE PersonId = @personId ORDER BY Id");

    public static readonly Statement<AssignmentRow> AssignmentsOfRole = Statement.Of<AssignmentRow>(
        "SELECT Id, PersonId, RoleId, Everywhere FROM access.Assignment WHERE RoleId = @roleId ORDER BY Id");

    public static readonly Statement<ReachRow> ReachesOfPerson = Statement.Of<ReachRow>(
        """
        SELECT r.AssignmentId, r.Kind, r.ReachId
        FROM access.AssignmentReach r
        JOIN access.Assignment a ON a.Id = r.AssignmentId
        WHERE a.PersonId = @personId
        """);

    public static readonly Statement Assign = Statement.Of(
        "INSERT INTO access.Assignment (Id, PersonId, RoleId, Everywhere) VALUES (@Id, @PersonId, @RoleId, @Everywhere)");

    public static readonly Statement AddReach = Statement.Of(
        "INSERT INTO access.AssignmentReach (AssignmentId, Kind, ReachId) VALUES (@AssignmentId, @Kind, @ReachId)");

    public static readonly Statement DropReaches = Statement.Of("DELETE FROM access.AssignmentReach WHERE AssignmentId = @id");

    public static readonly Statement Unassign = Statement.Of("DELETE FROM access.Assignment WHERE Id = @id AND PersonId = @personId");
}
