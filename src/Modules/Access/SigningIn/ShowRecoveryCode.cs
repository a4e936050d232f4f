using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Somebody whose password was right has lost their authenticator and shows a recovery code. Each works once.</summary>
internal sealed class ShowRecoveryCode(
    UserManager<Account> users, HalfSignedIn half, AddressPace pace, FailedAttempts failed, StartSession start, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.show-recovery-code");

    public async Task<SecondFactorAnswer> HandleAsync(string? ticket, string code, Visitor visitor, CancellationToken ct)
    {
        if (await half.ReadAsync(ticket, ct) is not { } person)
            return new(SecondFactorOutcome.BeginAgain);
        if (pace.Take(visitor.Address) is not Pace.Free)
            return new(SecondFactorOutcome.TooMany);
        if (await WhyNotAsync(person, code, visitor) is { } why)
        {
            await failed.RecordAsync(Kind, visitor, person, why, ct);
            return new(SecondFactorOutcome.Refused);
        }

        pace.GiveBack(visitor.Address);
        return await start.StartAsync(person, visitor, Proof.RecoveryCode, Kind, ct) is { } session
            ? new(SecondFactorOutcome.SignedIn, session)
            : new(SecondFactorOutcome.BeginAgain);
    }

    private async Task<SignInFailure?> WhyNotAsync(PersonRow person, string code, Visitor visitor)
    {
        if (person.IsLockedAt(clock.GetUtcNow()))
            return SignInFailure.LockedOut;
        var account = new Account(person, acts.By(new Person(person.Id, person.Name, 0, visitor.Address, new([])), Kind));
        return (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded ? null : SignInFailure.WrongRecoveryCode;
    }
}
