namespace PoliceSocial.Evidence.Model;

/// <summary>Who may see evidence of something: whoever may on its channel or for its team; of what came by no channel and lies with no team, everybody with the permission.</summary>
internal static class Sight
{
    public static bool May(this Person person, string permission, long? channelId, long? teamId)
    {
        var reach = person.Grants.Where(permission);
        return reach.Everywhere
            || (channelId is null && teamId is null && person.Grants.Allows(permission))
            || (channelId is { } channel && reach.Channels.Contains(channel))
            || (teamId is { } team && reach.Teams.Contains(team));
    }
}
