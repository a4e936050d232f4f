using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>A person sets up their authenticator: a key to scan, then a code that proves it was scanned, then recovery codes.</summary>
internal sealed class SecondFactorSetup(
    Store<AccessModule> store, UserManager<Account> users, OpenSessions sessions, AuthenticatorCode codes, KeyInHand hand, KeyProtection keys,
    ActFactory acts, IOptions<AccessOptions> options)
{
    public const int RecoveryCodes = 10;

    public static readonly ActKind TurnOn = new("access.turn-on-second-factor");
    public static readonly ActKind Renew = new("access.renew-recovery-codes");

    private static readonly Statement UseStep = Statement.Of("UPDATE access.Person SET LastStep = @step WHERE Id = @id AND LastStep < @step");

    public async Task<PersonRow> OfAsync(Person person, CancellationToken ct) =>
        await store.FindAsync(PersonStatements.ById, new { id = person.Id }, ct) ?? throw new InvalidOperationException("A person is never deleted.");

    /// <summary>The key to scan, and as the browser holds it: the one it holds already, or a new one. Stores nothing.</summary>
    public (AuthenticatorKey Key, string Held) Key(PersonRow row, string? held)
    {
        var key = hand.Open(row, held) ?? users.GenerateNewAuthenticatorKey();
        return (new(options.Value.Issuer, row.SignInName, key), hand.Seal(row, key));
    }

    /// <summary>Turns it on where the code is right, ends the other sessions, and gives the recovery codes; null where it is wrong.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Person person, string? held, string code, CancellationToken ct)
    {
        var stored = await OfAsync(person, ct);
        if (stored.SecondFactor || hand.Open(stored, held) is not { } key)
            return null;
        var row = stored with { AuthenticatorKey = keys.Protect(person.Id, key) };
        if (codes.StepOf(row, code) is not { } step || step <= row.LastStep)
            return null;
        var account = new Account(stored, acts.By(person, TurnOn)).Tells(new SecondFactorTurnedOn(person.Id));
        account.Row = row with { SecondFactor = true, SecurityStamp = Secret.New() };
        sessions.EndWith(account, keep: person.SessionId).Together(async (session, token) =>
        {
            await session.ExecuteAsync(UseStep, new { id = person.Id, step }, token);
            await session.ExecuteAsync(SessionStatements.Proven, new { id = person.SessionId, secondFactor = true }, token);
        });
        return await CodesAsync(account);
    }

    /// <summary>New recovery codes; the earlier ones no longer work.</summary>
    public async Task<IReadOnlyList<string>?> RenewCodesAsync(Person person, CancellationToken ct) =>
        await OfAsync(person, ct) is { SecondFactor: true } row ? await CodesAsync(new(row, acts.By(person, Renew))) : null;

    public Task<int> CodesLeftAsync(PersonRow row) => users.CountRecoveryCodesAsync(new(row));

    private async Task<IReadOnlyList<string>?> CodesAsync(Account account) =>
        await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) is { } made ? [.. made] : null;
}
