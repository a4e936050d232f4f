namespace PoliceSocial.Channels;

/// <summary>What people may be allowed to do with channels and plugins; also the policies that the pages state.</summary>
internal static class ChannelPermissions
{
    public const string Read = "channels.read";
    public const string Manage = "channels.manage";
    public const string ManagePlugins = "plugins.manage";

    /// <summary>Whoever answers for the desk's alarms also looks after a channel's; the Inbox grants it.</summary>
    public const string Acknowledge = "inbox.acknowledge";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "See channels and how well they are", Scoped: true),
        new(Manage, "Connect, pause, change and disconnect channels", Scoped: true),
        new(ManagePlugins, "See the connectors' plugins"),
    ];
}
