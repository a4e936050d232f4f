using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Hashes a password anew where it was hashed with less strength than the service asks for today.</summary>
internal sealed class RehashPassword(IUserStore<Account> accounts, IPasswordHasher<Account> hasher, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.rehash-password");

    public async Task<PersonRow> HandleAsync(PersonRow person, string password, CancellationToken ct)
    {
        var account = new Account(person, acts.ByService(Kind)).Tells(new PasswordRehashed(person.Id));
        account.Row = account.Row with { PasswordHash = hasher.HashPassword(account, password) };
        // Where somebody changed the account at this moment, the next sign-in does it.
        return (await accounts.UpdateAsync(account, ct)).Succeeded ? account.Row : person;
    }
}
