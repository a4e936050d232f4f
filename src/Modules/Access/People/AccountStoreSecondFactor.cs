using Microsoft.AspNetCore.Identity;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>The second factor: whether it is on, the authenticator's key, recovery codes.</summary>
internal sealed partial class AccountStore
    : IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    public static readonly Statement DropCodes = Statement.Of("DELETE FROM access.RecoveryCode WHERE PersonId = @personId");

    private static readonly Statement AddCode = Statement.Of(
        "INSERT INTO access.RecoveryCode (PersonId, CodeHash, UsedAt) VALUES (@personId, @codeHash, NULL)");

    private static readonly Statement UseCode = Statement.Of(
        "UPDATE access.RecoveryCode SET UsedAt = @now WHERE PersonId = @personId AND CodeHash = @codeHash AND UsedAt IS NULL");

    private static readonly Statement<int> CodesLeft = Statement.Of<int>(
        "SELECT COUNT(PersonId) AS CodesLeft FROM access.RecoveryCode WHERE PersonId = @personId AND UsedAt IS NULL");

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        user.Row = user.Row with { SecondFactor = enabled };
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Row.SecondFactor);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.Row = user.Row with { AuthenticatorKey = keys.Protect(user.Id, key) };
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Row.AuthenticatorKey is { } key ? keys.Unprotect(user.Id, key) : null);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var rows = recoveryCodes.Select(code => new { personId = user.Id, codeHash = Secret.HashOfCode(user.Id, code) }).ToList();
        user.Tells(new RecoveryCodesMade(user.Id, rows.Count)).Together(async (session, ct) =>
        {
            await session.ExecuteAsync(DropCodes, new { personId = user.Id }, ct);
            await session.ExecuteAsync(AddCode, rows, ct);
        });
        return Task.CompletedTask;
    }

    /// <summary>Takes effect at once: of two attempts with the same code only one finds it unused.</summary>
    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        await using var session = await store.BeginAsync(user.Act, cancellationToken);
        var used = new { personId = user.Id, codeHash = Secret.HashOfCode(user.Id, code), now = clock.GetUtcNow() };
        if (await session.ExecuteAsync(UseCode, used, cancellationToken) == 0)
            return false;
        session.Raise(new RecoveryCodeUsed(user.Id, await session.FindAsync(CodesLeft, used, cancellationToken)));
        await session.CommitAsync(cancellationToken);
        return true;
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        store.FindAsync(CodesLeft, new { personId = user.Id }, cancellationToken)!;
}
