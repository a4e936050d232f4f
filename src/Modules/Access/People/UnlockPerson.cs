using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Ends a person's lock-out before its time.</summary>
internal sealed class UnlockPerson(Store<AccessModule> store, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.unlock-person");

    private static readonly Statement Unlock = Statement.Of(
        "UPDATE access.Person SET LockedUntil = NULL, FailedSignIns = @none WHERE Id = @personId AND LockedUntil > @now");

    /// <summary>False where they were not locked out (any more).</summary>
    public async Task<bool> HandleAsync(Person asker, long personId, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(asker, Kind), ct);
        if (await session.ExecuteAsync(Unlock, new { personId, none = 0, now = clock.GetUtcNow() }, ct) == 0)
            return false;
        session.Raise(new PersonUnlocked(personId));
        await session.CommitAsync(ct);
        return true;
    }
}
