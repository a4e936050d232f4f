using Microsoft.Extensions.Options;
using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.SigningIn;

/// <summary>
/// Records a failed attempt, and locks the person out after too many. Counted by the database in one statement: two attempts
/// at once are two, which Identity's own counting by version would make one.
/// </summary>
internal sealed class FailedAttempts(Store<AccessModule> store, ActFactory acts, IOptions<AccessOptions> options, TimeProvider clock)
{
    private static readonly Statement Count = Statement.Of(
        """
        UPDATE access.Person SET
            LockedUntil = CASE WHEN FailedSignIns + 1 >= @limit THEN @until ELSE LockedUntil END,
            FailedSignIns = CASE WHEN FailedSignIns + 1 >= @limit THEN 0 ELSE FailedSignIns + 1 END
        WHERE Id = @id
        """);

    public async Task RecordAsync(ActKind kind, Visitor visitor, PersonRow? person, SignInFailure why, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByStranger(kind, visitor.Address), ct);
        session.Raise(new SignInFailed(person?.Id, why));
        if (person is not null && IsAGuess(why))
            await CountAsync(session, person.Id, ct);
        await session.CommitAsync(ct);
    }

    /// <summary>What a locked-out or disabled person tries is recorded, but prolongs nothing.</summary>
    private static bool IsAGuess(SignInFailure why) => why is SignInFailure.WrongPassword or SignInFailure.WrongCode
        or SignInFailure.CodeUsedBefore or SignInFailure.WrongRecoveryCode;

    private async Task CountAsync(Session session, long id, CancellationToken ct)
    {
        // Whole microseconds, as stored: it is compared with what is read back.
        var until = Instant.FromMicroseconds(clock.GetUtcNow().AddMinutes(options.Value.LockoutMinutes).ToMicroseconds());
        await session.ExecuteAsync(Count, new { id, limit = options.Value.FailuresBeforeLockout, until }, ct);
        var after = await session.FindAsync(PersonStatements.ById, new { id }, ct);
        if (after?.LockedUntil == until)
            session.Raise(new PersonLockedOut(id, until));
    }
}
