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
    Store<AccessModule> store, UserManager<Account> users, OpenSessions sessions, AuthenticatorCode codes, ActFactory acts,
    IOptions<AccessOptions> options)
{
    public const int RecoveryCodes = 10;

    public static readonly ActKind Begin = new("access.begin-second-factor");
    public static readonly ActKind TurnOn = new("access.turn-on-second-factor");
    public static readonly ActKind Renew = new("access.renew-recovery-codes");

    private static readonly Statement UseStep = Statement.Of("UPDATE access.Person SET LastStep = @step WHERE Id = @id AND LastStep < @step");

    public async Task<PersonRow> OfAsync(Person person, CancellationToken ct) =>
        await store.FindAsync(PersonStatements.ById, new { id = person.Id }, ct) ?? throw new InvalidOperationException("A person is never deleted.");

    /// <summary>The key to scan; the same one again while it is being set up, so that a reload does not void what was scanned.</summary>
    public async Task<AuthenticatorKey> KeyAsync(Person person, CancellationToken ct)
    {
        var row = await OfAsync(person, ct);
        var account = new Account(row, acts.By(person, Begin));
        if (row.AuthenticatorKey is null)
        {
            account.Tells(new AuthenticatorKeyMade(person.Id));
            await users.ResetAuthenticatorKeyAsync(account);
        }

        return new(options.Value.Issuer, row.SignInName, (await users.GetAuthenticatorKeyAsync(account))!);
    }

    /// <summary>Turns it on where the code is right, ends the other sessions, and gives the recovery codes; null where it is wrong.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Person person, string code, CancellationToken ct)
    {
        var row = await OfAsync(person, ct);
        if (row.SecondFactor || codes.StepOf(row, code) is not { } step || step <= row.LastStep)
            return null;
        var account = new Account(row, acts.By(person, TurnOn)).Tells(new SecondFactorTurnedOn(person.Id));
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
