using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roster;

/// <summary>Reads everybody and everything they hold: hundreds of rows, a few times a minute at most.</summary>
internal static class RosterStatements
{
    public static readonly Statement<MemberRow> Members = Statement.Of<MemberRow>(
        "SELECT Id, SignInName, Name, Mention, State, SecondFactor FROM access.Person");

    public static readonly Statement<HeldRoleRow> HeldRoles = Statement.Of<HeldRoleRow>(
        """
        SELECT a.Id AS AssignmentId, a.PersonId, a.RoleId, a.Everywhere, r.SecondFactor
        FROM access.Assignment a
        JOIN access.Role r ON r.Id = a.RoleId
        WHERE r.Retired = @retired
        """);

    public static readonly Statement<ReachRow> Reaches = Statement.Of<ReachRow>(
        "SELECT AssignmentId, Kind, ReachId FROM access.AssignmentReach");

    public static readonly Statement<RolePermissionRow> RolePermissions = Statement.Of<RolePermissionRow>(
        "SELECT RoleId, Permission FROM access.RolePermission");

    public static readonly Statement<TeamRow> Teams = Statement.Of<TeamRow>("SELECT Id, Name, Closed, Version FROM access.Team");

    public static readonly Statement<TeamChannelRow> TeamChannels = Statement.Of<TeamChannelRow>(
        "SELECT TeamId, ChannelId FROM access.TeamChannel");

    public static readonly Statement<TeamMemberRow> TeamMembers = Statement.Of<TeamMemberRow>(
        "SELECT TeamId, PersonId FROM access.TeamMember");
}
