using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.Roles;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>ASP.NET Core Identity's accounts over our own statements. A save is one session of its account's act.</summary>
internal sealed partial class AccountStore(
    Store<AccessModule> store, KeyProtection keys, AccessMemory memory, IdentityErrorDescriber errors, TimeProvider clock)
    : IUserStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Row.SignInName);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A sign-in name is never changed: the ledger knows the person by it.");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Row.SignInName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await using var session = await store.BeginAsync(user.Act, cancellationToken);

        // One after the other: two people added at once must not be given one name to be mentioned by.
        await GrantChanges.TakeAsync(session, cancellationToken);
        if (await session.FindAsync(PersonStatements.BySignInName, new { signInName = user.Row.SignInName }, cancellationToken) is not null)
            return IdentityResult.Failed(errors.DuplicateUserName(user.Row.SignInName));
        user.Row = user.Row with { Mention = await NewPerson.MentionAsync(user.Row.SignInName, session, cancellationToken) };
        await session.ExecuteAsync(PersonStatements.Insert, user.Row, cancellationToken);
        await user.FinishAsync(session, cancellationToken);
        if (await user.WhyNotAsync(session, cancellationToken) is { } why)
            return IdentityResult.Failed(new IdentityError { Code = "NotAllowed", Description = why });
        await session.CommitAsync(memory, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        if (!user.Changed)
            return IdentityResult.Success;
        await using var session = await store.BeginAsync(user.Act, cancellationToken);
        if (await session.ExecuteAsync(PersonStatements.Save, user.Row, cancellationToken) == 0)
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        await user.FinishAsync(session, cancellationToken);
        await session.CommitAsync(memory, cancellationToken);
        user.Saved();
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are disabled, never deleted: the ledger names them for ever.");

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, out var id) && await store.FindAsync(PersonStatements.ById, new { id }, cancellationToken) is { } row
            ? new(row)
            : null;

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await store.FindAsync(PersonStatements.BySignInName, new { signInName = normalizedUserName }, cancellationToken) is { } row ? new(row) : null;

    public void Dispose()
    {
        // It holds nothing: each statement leases its own connection.
    }
}
