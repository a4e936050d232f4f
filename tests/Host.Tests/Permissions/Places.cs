namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>The pages that have an address without an id, and the permission that each asks for.</summary>
internal static class Places
{
    public static readonly IReadOnlyDictionary<string, string?> All = new Dictionary<string, string?>
    {
        ["/inbox"] = "inbox.read",
        ["/inbox/quarantine"] = "inbox.read",
        ["/inbox/alarming"] = "inbox.manage-rules",
        ["/inbox/alarming/calls"] = "inbox.acknowledge",
        ["/inbox/rules"] = "inbox.manage-rules",
        ["/inbox/looks"] = "inbox.oversee-looks",
        ["/inbox/looks/policy"] = "inbox.oversee-looks",
        ["/incidents"] = "incidents.read",
        ["/incidents/new"] = "incidents.record",
        ["/incidents/hand-overs"] = "incidents.settle",
        ["/incidents/offers"] = "incidents.accept",
        ["/publishing/deliveries"] = "publishing.read",
        ["/publishing/pause"] = "publishing.read",
        ["/channels"] = "channels.read",
        ["/channels/connect"] = "channels.manage",
        ["/channels/connect/rehearsal"] = "channels.manage",
        ["/channels/connect/bluesky"] = "channels.manage",
        ["/plugins"] = "plugins.manage",
        ["/people"] = "access.manage-people",
        ["/people/new"] = "access.manage-people",
        ["/teams"] = "access.manage-people",
        ["/roles"] = "access.manage-roles",
        ["/roles/new"] = "access.manage-roles",
        ["/audit"] = "audit.read",
        ["/audit/verify"] = "audit.read",
        ["/audit/ico"] = "audit.read",
        ["/audit/keep"] = "audit.keep",
        ["/audit/keep/key"] = "audit.keep",
        ["/audit/keep/restore"] = "audit.keep",
        ["/audit/keep/erase"] = "audit.keep",
        ["/audit/keep/finding/found-wrong"] = "audit.keep",
        ["/account"] = null,
        ["/account/second-factor"] = null,
        ["/account/password"] = null,
        ["/account/sessions"] = null,
        ["/alarms"] = null,
    };

    /// <summary>What each of the rehearsal force may do, of what the pages ask for.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Grants = new Dictionary<string, IReadOnlyList<string>>
    {
        [Everyone.Operator] = ["inbox.read", "inbox.acknowledge", "incidents.read", "incidents.record", "channels.read", "publishing.read"],
        [Everyone.Supervisor] = ["inbox.read", "inbox.acknowledge", "inbox.manage-rules", "inbox.oversee-looks", "incidents.read", "incidents.record", "incidents.settle", "incidents.accept", "channels.read", "publishing.read"],
        [Everyone.Author] = ["publishing.read", "channels.read"],
        [Everyone.Coordinator] = ["inbox.oversee-looks"],
        [Everyone.Auditor] = ["audit.read"],
        [Everyone.Administrator] = ["access.manage-people", "access.manage-roles", "channels.read", "channels.manage", "plugins.manage", "inbox.manage-rules", "audit.keep"],
    };

    public static bool May(string name, string path) => All[path] is not { } permission || Grants[name].Contains(permission);
}
