namespace PoliceSocial.Inbox.Evidence;

/// <summary>Numbers for the pictures of our replies, which have none of their own: below zero, where no attachment's number lies.</summary>
internal static class PictureIds
{
    private const int MostOfAReply = 8;

    public static long Of(long replyId, int number) => checked(-((replyId * MostOfAReply) + number));
}
