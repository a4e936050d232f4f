namespace PoliceSocial.Evidence.Model;

/// <summary>Who may do something with a record: whoever may on its channel or for its team; with one of no channel, everybody with the permission.</summary>
internal static class RecordSight
{
    public static bool May(this Person person, string permission, long? channelId, long? teamId)
    {
        var reach = person.Grants.Where(permission);
        return reach.Everywhere
            || (person.Grants.Allows(permission) && channelId is null && teamId is null)
            || (channelId is { } channel && reach.Channels.Contains(channel))
            || (teamId is { } team && reach.Teams.Contains(team));
    }

    public static bool May(this Person person, string permission, ReviewRow review) => person.May(permission, review.ChannelId, review.TeamId);
}
