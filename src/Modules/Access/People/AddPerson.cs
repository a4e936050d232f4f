using Microsoft.AspNetCore.Identity;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Adds a person, who then chooses a password by a link that is shown once.</summary>
internal sealed class AddPerson(UserManager<Account> users, SetupLink links, Ids ids)
{
    public static readonly ActKind Kind = new("access.add-person");

    /// <param name="act">By whom.</param>
    /// <param name="wanted">Who.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="together">What belongs into the same transaction: their first roles.</param>
    /// <param name="unless">Why all of it may not be; null where it may.</param>
    public async Task<AddPersonAnswer> HandleAsync(
        Act act, NewPerson wanted, CancellationToken ct, Func<long, Session, CancellationToken, Task>? together = null,
        Func<Session, CancellationToken, Task<string?>>? unless = null)
    {
        var person = wanted.Tidy();
        if (NewPersonValidator.One.Validate(person) is { IsValid: false } wrong)
            return new(0, null, [.. wrong.Errors.Select(e => (e.PropertyName, e.ErrorMessage))]);
        var (row, token) = links.For(person.ToRow(ids, act.At));
        var account = new Account(row, act).Tells(new PersonAdded(row.Id, row.SignInName));
        if (together is not null)
            account.Together((session, token) => together(row.Id, session, token));
        if (unless is not null)
            account.Unless(unless);
        var created = await users.CreateAsync(account);
        return created.Succeeded
            ? new(row.Id, token, [])
            : new(0, null, [.. created.Errors.Select(e => (nameof(NewPerson.SignInName), e.Description))]);
    }
}

/// <summary>What becomes of it: the person and their link's token, or what is wrong with which field.</summary>
internal sealed record AddPersonAnswer(long PersonId, string? Token, IReadOnlyList<(string Field, string Words)> Problems);
