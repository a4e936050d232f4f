using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.CommandLine;

/// <summary>Makes the first account: an administrator, and with them the roles from their templates. Refused once any account exists.</summary>
internal sealed class CreateFirstAdministrator(
    Store<AccessModule> store, AddPerson add, InstallRoles roles, UserManager<Account> users, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("access.create-first-administrator");

    public async Task<AccountAnswer> HandleAsync(string signInName, string name, string? password, CancellationToken ct)
    {
        if (await store.FindAsync(PersonStatements.Any, null, ct) > 0)
            return new(false, "There are accounts already. Add people in the browser, or with the command: user add.");
        if (password is not null && await WhyNotAsync(signInName, name, password) is { } why)
            return new(false, why);
        var added = await add.HandleAsync(acts.ByCommandLine(Kind), new(signInName, name), ct, GiveAdministratorAsync);
        if (added.Token is null)
            return new(false, string.Join(". ", added.Problems.Select(p => p.Words)) + ".");
        if (password is null)
            return new(true, $"{name} is the first administrator. They choose their password by this link, which works once:", SetupLink.PathOf(added.Token));
        return await ChooseAsync(added.PersonId, password, ct) is { Succeeded: true }
            ? new(true, $"{name} is the first administrator and signs in as {signInName}.")
            : new(true, $"{name} is the first administrator, but the password was not taken. They choose one by this link, which works once:", SetupLink.PathOf(added.Token));
    }

    private async Task GiveAdministratorAsync(long personId, Session session, CancellationToken ct)
    {
        var installed = await roles.HandleAsync(session, ct);
        await GiveRole.InsertAsync(session, ids.New(), GiveRoleCommand.HoldingEverywhere(personId, installed[RoleTemplate.Administrator]), ct);
    }

    /// <summary>What is wrong with the password, asked before anything is made.</summary>
    private async Task<string?> WhyNotAsync(string signInName, string name, string password)
    {
        var account = new Account(new NewPerson(signInName, name).Tidy().ToRow(ids, default));
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password) is { Succeeded: false } refused)
                return refused.Errors.First().Description + ".";
        }

        return null;
    }

    private async Task<IdentityResult> ChooseAsync(long personId, string password, CancellationToken ct)
    {
        var row = await store.FindAsync(PersonStatements.ById, new { id = personId }, ct);
        var account = new Account(row!, acts.ByCommandLine(Kind)).Tells(new PasswordChosen(personId, BySetupLink: false));
        account.Row = account.Row with { State = PersonState.Active, SetupHash = null, SetupUntil = null };
        return await users.AddPasswordAsync(account, password);
    }
}
