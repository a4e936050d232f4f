using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>A person gives their authenticator up, to set up another; they show their password once more.</summary>
internal sealed class TurnOffSecondFactor(
    Store<AccessModule> store, UserManager<Account> users, OpenSessions sessions, SigningIn.FailedAttempts failed, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.turn-off-second-factor");

    /// <summary>False where the password was wrong or the account changed at the same moment.</summary>
    public async Task<bool> HandleAsync(Person person, string password, CancellationToken ct)
    {
        var row = await store.FindAsync(PersonStatements.ById, new { id = person.Id }, ct) ?? throw new InvalidOperationException("A person is never deleted.");
        var account = new Account(row, acts.By(person, Kind)).Tells(new SecondFactorTurnedOff(person.Id));
        if (row.IsLockedAt(clock.GetUtcNow()) || users.PasswordHasher.VerifyHashedPassword(account, row.PasswordHash!, password) == PasswordVerificationResult.Failed)
        {
            await failed.RecordAsync(Kind, new(person.Address, ""), row, SignInFailure.WrongPassword, ct);
            return false;
        }

        account.Row = row with { SecondFactor = false, AuthenticatorKey = null, SecurityStamp = Secret.New() };
        sessions.EndWith(account, keep: person.SessionId)
            .Together((session, token) => session.ExecuteAsync(AccountStore.DropCodes, new { personId = row.Id }, token));
        return (await users.UpdateAsync(account)).Succeeded;
    }
}
