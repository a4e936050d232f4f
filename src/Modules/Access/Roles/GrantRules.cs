using PoliceSocial.Access.People;

namespace PoliceSocial.Access.Roles;

/// <summary>
/// What may never be, whoever asks: a force without an administrator, an administrator who reads conversations, an auditor who
/// changes anything. Looks at everything that everybody would hold.
/// </summary>
internal static class GrantRules
{
    public static GrantOutcome Check(IReadOnlyList<HeldPermissionRow> held)
    {
        var people = held.ToLookup(h => h.PersonId, h => h.Permission);
        return people.Any(p => p.Any(ManagesAccess) && p.Any(IsOfConversations)) ? GrantOutcome.AdministratorReadsConversations
            : people.Any(p => p.Any(ReadsLedger) && p.Any(Changes)) ? GrantOutcome.AuditorChangesThings
            // Asked last: the command line may leave a force without an administrator, and nothing else may hide behind that.
            : Administrators(held).Count == 0 ? GrantOutcome.LastAdministrator
            : GrantOutcome.Done;
    }

    /// <summary>Those who can sign in now and may manage both people and roles.</summary>
    public static IReadOnlySet<long> Administrators(IEnumerable<HeldPermissionRow> held) => held
        .Where(h => h is { State: PersonState.Active, Everywhere: true } && ManagesAccess(h.Permission))
        .GroupBy(h => h.PersonId)
        .Where(p => p.Select(h => h.Permission).Distinct().Count() == AccessPermissions.All.Count)
        .Select(p => p.Key).ToHashSet();

    public static bool ManagesAccess(string permission) => permission is AccessPermissions.ManagePeople or AccessPermissions.ManageRoles;

    /// <summary>Whoever changes the rules that flag risk needs to read nobody's messages for it: they see how many a rule finds.</summary>
    private static bool IsOfConversations(string permission) =>
        permission.StartsWith("inbox.", StringComparison.Ordinal) && permission != "inbox.manage-rules";

    private static bool ReadsLedger(string permission) => permission == "audit.read";

    private static bool Changes(string permission) =>
        permission != "audit.verify" && !permission.EndsWith(".read", StringComparison.Ordinal);
}
