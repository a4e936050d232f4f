using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>
/// Takes a person's password and second factor away, ends their sessions and gives them a new link; also how somebody who was
/// disabled comes back.
/// </summary>
internal sealed class ResetPerson(GrantChanges changes, SetupLink links, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.reset-person");

    /// <summary>At an administrator's wish: never oneself, and somebody who decides on roles only by somebody who does, too.</summary>
    public async Task<(GrantOutcome Outcome, string? Token)> HandleAsync(Person asker, long personId, CancellationToken ct)
    {
        if (asker.Id == personId)
            return (GrantOutcome.OwnGrants, null);
        await using var session = await changes.BeginAsync(acts.By(asker, Kind), ct);
        var theirs = (await session.QueryAsync(HeldPermissionRow.All, new { retired = false, disabled = 0 }, ct)).Where(h => h.PersonId == personId);
        return !asker.Grants.Allows(AccessPermissions.ManageRoles) && theirs.Any(h => GrantRules.ManagesAccess(h.Permission))
            ? (GrantOutcome.NotAllowed, null)
            : await ResetAsync(session, personId, ct);
    }

    /// <summary>At the command line: the way back in for a sole administrator.</summary>
    public async Task<(GrantOutcome Outcome, string? Token)> HandleByCommandLineAsync(long personId, CancellationToken ct)
    {
        await using var session = await changes.BeginAsync(acts.ByCommandLine(Kind), ct);
        return await ResetAsync(session, personId, ct);
    }

    private async Task<(GrantOutcome Outcome, string? Token)> ResetAsync(Session session, long personId, CancellationToken ct)
    {
        if (await session.FindAsync(PersonStatements.ById, new { id = personId }, ct) is not { } row)
            return (GrantOutcome.Unknown, null);
        var (reset, token) = links.For(row with { PasswordHash = null, SecondFactor = false, AuthenticatorKey = null });
        await session.ExecuteAsync(PersonStatements.Save, reset, ct);
        await session.ExecuteAsync(AccountStore.DropCodes, new { personId }, ct);
        await session.ExecuteAsync(SessionStatements.EndAll, new { personId, keep = 0L, now = clock.GetUtcNow() }, ct);
        session.Raise(row.State == PersonState.Disabled ? (IEvent)new PersonEnabled(personId) : new PersonReset(personId));
        var outcome = await changes.CommitAsync(session, ct);
        return (outcome, outcome == GrantOutcome.Done ? token : null);
    }
}
