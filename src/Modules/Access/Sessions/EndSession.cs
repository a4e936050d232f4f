using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Sessions;

/// <summary>Ends one session: one's own, or, as an administrator, somebody else's.</summary>
internal sealed class EndSession(Store<AccessModule> store, ActFactory acts, AccessMemory memory, TimeProvider clock)
{
    public static readonly ActKind SignOut = new("access.sign-out");
    public static readonly ActKind Revoke = new("access.revoke-session");

    public async Task SignOutAsync(Person person, CancellationToken ct) =>
        await EndAsync(acts.By(person, SignOut), person.Id, person.SessionId, new SignedOut(person.Id, person.SessionId), ct);

    /// <summary>False where the session is not that person's or has ended already, or the asker may not end it.</summary>
    public async Task<bool> RevokeAsync(Person asker, long personId, long sessionId, CancellationToken ct) =>
        (asker.Id == personId || asker.Grants.Allows(AccessPermissions.ManagePeople))
        && await EndAsync(acts.By(asker, Revoke), personId, sessionId, new SessionRevoked(personId, sessionId), ct);

    private async Task<bool> EndAsync(Act act, long personId, long sessionId, Contracts.IEvent ended, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(SessionStatements.End, new { id = sessionId, personId, now = clock.GetUtcNow() }, ct) == 0)
            return false;
        session.Raise(ended);
        await session.CommitAsync(memory, ct);
        return true;
    }
}
