using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Teams;

internal static class TeamStatements
{
    public static readonly Statement<TeamRow> ById = Statement.Of<TeamRow>("SELECT Id, Name, Closed, Version FROM access.Team WHERE Id = @id");

    public static readonly Statement<TeamRow> ByName = Statement.Of<TeamRow>(
        "SELECT Id, Name, Closed, Version FROM access.Team WHERE Name = @name AND Closed = @closed");

    public static readonly Statement<long> MembersOf = Statement.Of<long>(
        "SELECT PersonId FROM access.TeamMember WHERE TeamId = @teamId ORDER BY PersonId");

    public static readonly Statement<long> ChannelsOf = Statement.Of<long>(
        "SELECT ChannelId FROM access.TeamChannel WHERE TeamId = @teamId ORDER BY ChannelId");

    public static readonly Statement<long> HoldersThrough = Statement.Of<long>(
        """
        SELECT DISTINCT a.PersonId
        FROM access.AssignmentReach r
        JOIN access.Assignment a ON a.Id = r.AssignmentId
        WHERE r.Kind = @kind AND r.ReachId = @teamId
        """);

    public static readonly Statement Insert = Statement.Of(
        "INSERT INTO access.Team (Id, Name, Closed, Version) VALUES (@Id, @Name, @Closed, @Version)");

    public static readonly Statement Save = Statement.Of(
        "UPDATE access.Team SET Name = @Name, Closed = @Closed, Version = Version + 1 WHERE Id = @Id AND Version = @Version");

    public static readonly Statement AddMember = Statement.Of("INSERT INTO access.TeamMember (TeamId, PersonId) VALUES (@teamId, @id)");

    public static readonly Statement AddChannel = Statement.Of("INSERT INTO access.TeamChannel (TeamId, ChannelId) VALUES (@teamId, @id)");

    public static readonly Statement DropMembers = Statement.Of("DELETE FROM access.TeamMember WHERE TeamId = @teamId");

    public static readonly Statement DropChannels = Statement.Of("DELETE FROM access.TeamChannel WHERE TeamId = @teamId");

    public static readonly Statement DropReaches = Statement.Of("DELETE FROM access.AssignmentReach WHERE Kind = @kind AND ReachId = @teamId");
}
