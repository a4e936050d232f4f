using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Makes the item that the host stores from a post as it was read.</summary>
internal static class PostItem
{
    /// <summary>A post that a notification told of.</summary>
    public static CollectedItem Of(ReadPost post, string reason, string me, ItemChange change, DateTimeOffset now) =>
        Of(post, KindOf(post, reason, me), me, change, now);

    public static CollectedItem Of(ReadPost post, ItemKind kind, string me, ItemChange change, DateTimeOffset now)
    {
        var self = new Reference(post.Uri, post.Cid);
        return new CollectedItem
        {
            NetworkId = post.Uri,
            VersionId = post.Cid,
            Change = change,
            Kind = kind,
            Author = post.Author,
            FromChannel = post.Author.NetworkId == me,
            Text = post.Text,
            Language = post.Language,
            NetworkTime = post.Created ?? post.Indexed ?? now,
            ThreadId = post.ThreadId,
            InReplyTo = post.Parent?.Uri,
            Permalink = Names.Permalink(post.Uri),
            Media = post.Media,
            ReplyHandle = new ReplyHandle(post.Root ?? self, self).Write(),
            Raw = post.Raw,
            Exchange = 0,
        };
    }

    /// <summary>The end of a post, with the answer that proves it.</summary>
    public static CollectedItem Deletion(Watched post, string me, Answer proof, DateTimeOffset now) => new()
    {
        NetworkId = post.Uri,
        VersionId = post.Cid,
        Change = ItemChange.Deleted,
        Kind = post.Kind,
        Author = new NetworkProfile(post.Did, post.Handle, post.Name),
        FromChannel = post.Did == me,
        Text = "",
        NetworkTime = now,
        ThreadId = post.Thread,
        InReplyTo = post.InReplyTo,
        Permalink = Names.Permalink(post.Uri),
        Raw = proof.Body,
        Exchange = 0,
    };

    // An answer that also names the channel is announced as a mention, so the thread decides and not the reason.
    private static ItemKind KindOf(ReadPost post, string reason, string me)
    {
        var isOurThread = post.Root is { } root && Names.Parts(root.Uri)?.Did == me;
        var answersUs = post.Parent is { } parent && Names.Parts(parent.Uri)?.Did == me;
        if (isOurThread || answersUs || (reason == "reply" && post.Parent is not null))
            return ItemKind.Comment;
        return reason == "quote" ? ItemKind.Quote : ItemKind.Mention;
    }
}
