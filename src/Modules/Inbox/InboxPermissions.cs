using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox;

/// <summary>What people may be allowed to do in the inbox.</summary>
internal static class InboxPermissions
{
    public const string Read = "inbox.read";
    public const string Reply = "inbox.reply";
    public const string ReplyPrivate = "inbox.reply-private";
    public const string Approve = "inbox.approve";
    public const string Assign = "inbox.assign";
    public const string Tag = "inbox.tag";
    public const string Acknowledge = "inbox.acknowledge";
    public const string MergeContacts = "inbox.merge-contacts";
    public const string ManageRules = "inbox.manage-rules";
    public const string OverseeLooks = "inbox.oversee-looks";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "Read what the public wrote", Scoped: true),
        new(Reply, "Claim conversations and reply in public", Scoped: true),
        new(ReplyPrivate, "Reply in private", Scoped: true),
        new(Approve, "Approve replies of others", Scoped: true),
        new(Assign, "Assign and take over conversations", Scoped: true),
        new(Tag, "Write notes and tags, and change a conversation's state", Scoped: true),
        new(Acknowledge, "Acknowledge risk alarms", Scoped: true),
        new(MergeContacts, "Decide that contacts are the same person, and take it back"),
        new(ManageRules, "Change the rules that flag risk"),
        new(OverseeLooks, "See who looks at the same person again and again, refer it, and decide what histories are opened for"),
    ];
}
