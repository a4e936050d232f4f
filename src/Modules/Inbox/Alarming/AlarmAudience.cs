using System.Globalization;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>To whose screens a step brings an alarm: everybody's who works in the inbox, those who may do something, or a team's.</summary>
internal static class AlarmAudience
{
    public const string Everybody = "everybody";
    private const string Permission = "permission:";
    private const string OfTeam = "team:";

    public static string May(string permission) => Permission + permission;

    public static string Team(long id) => OfTeam + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Can it be read at all?</summary>
    public static bool IsKnown(string audience) => audience.Length == 0 || audience == Everybody || PermissionOf(audience) is not null || TeamOf(audience) is not null;

    /// <summary>Is the person among those who were reached?</summary>
    /// <param name="reached">Audiences, one on each line.</param>
    /// <param name="person">The person.</param>
    public static bool Includes(string reached, Person person) =>
        person.Grants.Allows(InboxPermissions.Read) && reached.Split('\n').Any(one => one == Everybody
            || (PermissionOf(one) is { } permission && person.Grants.Allows(permission))
            || (TeamOf(one) is { } team && person.Grants.Where(InboxPermissions.Read).Teams.Contains(team)));

    /// <summary>Those reached so far, and these.</summary>
    public static string Plus(string reached, string audience) =>
        string.Join('\n', reached.Split('\n').Append(audience).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal));

    private static string? PermissionOf(string audience) =>
        audience.StartsWith(Permission, StringComparison.Ordinal) && InboxPermissions.All.Any(p => p.Key == audience[Permission.Length..]) ? audience[Permission.Length..] : null;

    private static long? TeamOf(string audience) =>
        audience.StartsWith(OfTeam, StringComparison.Ordinal)
        && long.TryParse(audience[OfTeam.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
