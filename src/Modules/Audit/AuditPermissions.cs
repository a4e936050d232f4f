using PoliceSocial.Platform.Access;

namespace PoliceSocial.Audit;

/// <summary>What the ledger allows. Nothing here changes an entry.</summary>
internal static class AuditPermissions
{
    public const string Read = "audit.read";
    public const string Verify = "audit.verify";
    public const string Keep = "audit.keep";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "Read the audit ledger and acknowledge its alarms"),
        new(Verify, "Verify the audit ledger"),
        new(Keep, "Look after the audit ledger: its keys, restored backups, what was found wrong, and what is erased from it"),
    ];
}
