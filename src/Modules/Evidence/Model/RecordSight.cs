namespace PoliceSocial.Evidence.Model;

/// <summary>Who may do something with a review: whoever may with its record.</summary>
internal static class RecordSight
{
    public static bool May(this Person person, string permission, ReviewRow review) => person.May(permission, review.ChannelId, review.TeamId);
}
