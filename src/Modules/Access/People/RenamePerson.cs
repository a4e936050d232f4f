using Microsoft.AspNetCore.Identity;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Gives a person another name: a promotion, a marriage. The sign-in name stays.</summary>
internal sealed class RenamePerson(Store<AccessModule> store, IUserStore<Account> accounts, ActFactory acts)
{
    public static readonly ActKind Kind = new("access.rename-person");

    /// <summary>What is wrong, or null where it was done.</summary>
    public async Task<string?> HandleAsync(Person asker, long personId, string name, CancellationToken ct)
    {
        if (await store.FindAsync(PersonStatements.ById, new { id = personId }, ct) is not { } row)
            return "This person is not there.";
        var wanted = new NewPerson(row.SignInName, name).Tidy();
        if (NewPersonValidator.One.Validate(wanted) is { IsValid: false } wrong)
            return wrong.Errors[0].ErrorMessage;
        if (wanted.Name == row.Name)
            return null;
        var account = new Account(row, acts.By(asker, Kind)).Tells(new PersonRenamed(personId));
        account.Row = row with { Name = wanted.Name };
        return (await accounts.UpdateAsync(account, ct)).Errors.FirstOrDefault()?.Description;
    }
}
