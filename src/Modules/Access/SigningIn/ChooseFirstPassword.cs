using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Somebody who was added or reset opens their link and chooses a password. The link works once, for a day.</summary>
internal sealed class ChooseFirstPassword(Store<AccessModule> store, UserManager<Account> users, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.choose-first-password");

    /// <summary>Whose link it is, or null where it was used, is too old, or never was one.</summary>
    public async Task<PersonRow?> WhoseAsync(string token, CancellationToken ct) =>
        await store.FindAsync(PersonStatements.BySetupHash, new { setupHash = Secret.Hash(token) }, ct) is { State: PersonState.Invited } person
        && person.SetupUntil > clock.GetUtcNow()
            ? person
            : null;

    /// <summary>Null where the link is of no use; otherwise Identity's verdict on the password.</summary>
    public async Task<IdentityResult?> HandleAsync(string token, string password, Visitor visitor, CancellationToken ct)
    {
        if (await WhoseAsync(token, ct) is not { } person)
            return null;
        var act = acts.By(new Person(person.Id, person.Name, 0, visitor.Address, new([])), Kind);
        var account = new Account(person, act).Tells(new PasswordChosen(person.Id, BySetupLink: true));
        account.Row = account.Row with { State = PersonState.Active, SetupHash = null, SetupUntil = null };
        return await users.AddPasswordAsync(account, password);
    }
}
