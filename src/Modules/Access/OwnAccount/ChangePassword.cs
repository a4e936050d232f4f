using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>A person changes their own password; their other sessions end. A wrong current password counts as a guess.</summary>
internal sealed class ChangePassword(
    Store<AccessModule> store, UserManager<Account> users, OpenSessions sessions, FailedAttempts failed, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.change-password");

    public async Task<IdentityResult> HandleAsync(Person person, string current, string wanted, CancellationToken ct)
    {
        var row = await store.FindAsync(PersonStatements.ById, new { id = person.Id }, ct) ?? throw new InvalidOperationException("A person is never deleted.");
        if (row.IsLockedAt(clock.GetUtcNow()))
            return IdentityResult.Failed(users.ErrorDescriber.PasswordMismatch());
        var account = new Account(row, acts.By(person, Kind)).Tells(new PasswordChosen(person.Id, BySetupLink: false));
        sessions.EndWith(account, keep: person.SessionId);
        var changed = await users.ChangePasswordAsync(account, current, wanted);
        if (changed.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            await failed.RecordAsync(Kind, new(person.Address, ""), row, SignInFailure.WrongPassword, ct);
        return changed;
    }
}
