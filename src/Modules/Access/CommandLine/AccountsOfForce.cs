using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.CommandLine;

/// <summary>Answers the command line. Each request has a scope of its own: Identity's manager is made for one.</summary>
internal sealed class AccountsOfForce(IServiceScopeFactory scopes, Store<AccessModule> store, ActFactory acts) : IAccounts
{
    public async Task<bool> AnyAsync(CancellationToken ct) => await store.FindAsync(PersonStatements.Any, null, ct) > 0;

    public Task<AccountAnswer> CreateFirstAdministratorAsync(string signInName, string name, string? password, CancellationToken ct) =>
        InScopeAsync<CreateFirstAdministrator, AccountAnswer>(u => u.HandleAsync(signInName, name, password, ct));

    public Task<AccountAnswer> AddPersonAsync(string signInName, string name, IReadOnlyList<string> roles, CancellationToken ct) =>
        InScopeAsync<AddPersonWithRoles, AccountAnswer>(u => u.HandleAsync(signInName, name, roles, ct));

    public async Task<AccountAnswer> DisablePersonAsync(string signInName, string reason, CancellationToken ct)
    {
        if (await FindAsync(signInName, ct) is not { } person)
            return Nobody(signInName);
        if (string.IsNullOrWhiteSpace(reason))
            return new(false, "Say why, for the ledger. Nothing was changed.");
        return await InScopeAsync<DisablePerson, GrantOutcome>(u => u.HandleAsync(acts.ByCommandLine(DisablePerson.Kind), person.Id, reason, ct)) switch
        {
            GrantOutcome.Done => new(true, $"{person.Name} can no longer sign in; their sessions ended."),
            GrantOutcome.Unknown => new(false, $"{person.Name} is disabled already."),
            var refused => new(false, GrantWords.Of(refused)),
        };
    }

    public async Task<AccountAnswer> ResetPersonAsync(string signInName, CancellationToken ct)
    {
        if (await FindAsync(signInName, ct) is not { } person)
            return Nobody(signInName);
        var (outcome, token) = await InScopeAsync<ResetPerson, (GrantOutcome, string?)>(u => u.HandleByCommandLineAsync(person.Id, ct));
        return token is null
            ? new(false, GrantWords.Of(outcome))
            : new(true, $"{person.Name} has no password and no second factor any more. They choose a password by this link, which works once:", SetupLink.PathOf(token));
    }

    public Task<IReadOnlyList<RehearsalSignIn>> SeedRehearsalForceAsync(CancellationToken ct) =>
        InScopeAsync<SeedRehearsalForce, IReadOnlyList<RehearsalSignIn>>(u => u.HandleAsync(ct));

    private static AccountAnswer Nobody(string signInName) => new(false, $"Nobody signs in as {signInName}. Nothing was changed.");

    private Task<PersonRow?> FindAsync(string signInName, CancellationToken ct) =>
        store.FindAsync(PersonStatements.BySignInName, new { signInName = LowerNames.Of(signInName) }, ct);

    private async Task<TAnswer> InScopeAsync<TUseCase, TAnswer>(Func<TUseCase, Task<TAnswer>> use)
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
