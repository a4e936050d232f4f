namespace PoliceSocial.Incidents.Model;

/// <summary>Who may see an incident: whoever may on the channel it came by or for the team it lies with; one that came by none, everybody with the permission.</summary>
internal static class Sight
{
    /// <summary>The condition for lists; takes what <see cref="Of"/> gives.</summary>
    public const string Condition = "(@everywhere = 1 OR (i.ChannelId IS NULL AND i.TeamId IS NULL) OR i.ChannelId IN @channels OR i.TeamId IN @teams)";

    public static bool May(this Person person, string permission, IncidentRow incident) => person.May(permission, incident.ChannelId, incident.TeamId);

    public static bool May(this Person person, string permission, long? channelId, long? teamId)
    {
        var reach = person.Grants.Where(permission);
        return reach.Everywhere
            || (reach != Reach.Nowhere && channelId is null && teamId is null)
            || (channelId is { } channel && reach.Channels.Contains(channel))
            || (teamId is { } team && reach.Teams.Contains(team));
    }

    public static (int Everywhere, IReadOnlyCollection<long> Channels, IReadOnlyCollection<long> Teams) Of(Person person)
    {
        var reach = person.Grants.Where(IncidentsPermissions.Read);
        return (reach.Everywhere ? 1 : 0, reach.Channels, reach.Teams);
    }
}
