using PoliceSocial.Access.People;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>
/// Changes who may do what, one change after the other: the rules are checked on the whole result before it is kept, and two
/// changes that are each harmless cannot together leave the force without an administrator.
/// </summary>
internal sealed class GrantChanges(Store<AccessModule> store, AccessMemory memory)
{
    private static readonly Statement Take = Statement.Of("UPDATE access.GrantsRevision SET Revision = Revision + 1 WHERE Id = @id");

    private static readonly Statement Begin = Statement.Of(
        """
        INSERT INTO access.GrantsRevision (Id, Revision)
        SELECT @id, @revision WHERE NOT EXISTS (SELECT Id FROM access.GrantsRevision WHERE Id = @id)
        """);

    private static readonly object TheOne = new { id = 1L, revision = 1L };

    /// <summary>Begins a change that no other change of grants overlaps.</summary>
    public async Task<Session> BeginAsync(Act act, CancellationToken ct)
    {
        var session = await store.BeginAsync(act, ct);
        await TakeAsync(session, ct);
        return session;
    }

    /// <summary>Keeps it where the rules allow; otherwise the session is to be left, and nothing was changed.</summary>
    public async Task<GrantOutcome> CommitAsync(Session session, CancellationToken ct)
    {
        var outcome = GrantRules.Check(await HeldAsync(session, ct));
        if (!MayBeKept(outcome, session.Act))
            return outcome;
        await session.CommitAsync(memory, ct);
        return GrantOutcome.Done;
    }

    /// <summary>Why the session may not be kept, in words; null where it may.</summary>
    public static async Task<string?> WhyNotAsync(Session session, CancellationToken ct) =>
        GrantRules.Check(await HeldAsync(session, ct)) is var outcome && MayBeKept(outcome, session.Act) ? null : GrantWords.Of(outcome);

    /// <summary>May this person change what they themselves may do? Only where nobody else could.</summary>
    public static async Task<bool> IsOnlyAdministratorAsync(Session session, Person person, CancellationToken ct) =>
        GrantRules.Administrators(await HeldAsync(session, ct)) is { Count: 1 } only && only.Contains(person.Id);

    /// <summary>The command line is how a force without an administrator gets one, so it is not stopped for want of one.</summary>
    private static bool MayBeKept(GrantOutcome outcome, Act act) =>
        outcome == GrantOutcome.Done || (outcome == GrantOutcome.LastAdministrator && act.Actor.Kind == ActorKind.CommandLine);

    /// <summary>Lets no other change of grants, and no other new person, in before the session ends.</summary>
    public static async Task TakeAsync(Session session, CancellationToken ct)
    {
        if (await session.ExecuteAsync(Take, TheOne, ct) == 0)
            await session.ExecuteAsync(Begin, TheOne, ct);
    }

    private static Task<IReadOnlyList<HeldPermissionRow>> HeldAsync(Session session, CancellationToken ct) =>
        session.QueryAsync(HeldPermissionRow.All, new { retired = false, disabled = PersonState.Disabled }, ct);
}
