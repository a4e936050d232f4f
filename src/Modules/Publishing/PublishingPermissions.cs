namespace PoliceSocial.Publishing;

/// <summary>What people may be allowed to do with what goes out.</summary>
internal static class PublishingPermissions
{
    public const string Read = "publishing.read";
    public const string Reconcile = "publishing.reconcile";
    public const string Pause = "publishing.pause";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "See deliveries and what became of them", Scoped: true),
        new(Reconcile, "Settle deliveries whose outcome is unknown, stop them, and delete what was published", Scoped: true),
        new(Pause, "Pause publishing and let it go on"),
    ];
}
