using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Somebody whose password was right shows a code of their authenticator. Each code works once.</summary>
internal sealed class ShowSecondFactor(
    AuthenticatorCode codes, HalfSignedIn half, AddressPace pace, FailedAttempts failed, StartSession start, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.show-second-factor");

    public async Task<SecondFactorAnswer> HandleAsync(string? ticket, string code, Visitor visitor, CancellationToken ct)
    {
        if (await half.ReadAsync(ticket, ct) is not { } person)
            return new(SecondFactorOutcome.BeginAgain);
        if (pace.Take(visitor.Address) is not Pace.Free)
            return new(SecondFactorOutcome.TooMany);
        var step = codes.StepOf(person, code);
        if (WhyNot(person, step) is { } why)
            return await RefuseAsync(visitor, person, why, ct);
        if (await start.StartAsync(person, visitor, new(true, step), Kind, ct) is not { } session)
            return await RefuseAsync(visitor, person, SignInFailure.CodeUsedBefore, ct);
        pace.GiveBack(visitor.Address);
        return new(SecondFactorOutcome.SignedIn, session);
    }

    private SignInFailure? WhyNot(PersonRow person, long? step) =>
        person.IsLockedAt(clock.GetUtcNow()) ? SignInFailure.LockedOut
        : step is null ? SignInFailure.WrongCode
        : step <= person.LastStep ? SignInFailure.CodeUsedBefore
        : null;

    private async Task<SecondFactorAnswer> RefuseAsync(Visitor visitor, PersonRow person, SignInFailure why, CancellationToken ct)
    {
        await failed.RecordAsync(Kind, visitor, person, why, ct);
        return new(why == SignInFailure.CodeUsedBefore ? SecondFactorOutcome.UsedBefore : SecondFactorOutcome.Refused);
    }
}

/// <summary>What becomes of a second factor.</summary>
internal sealed record SecondFactorAnswer(SecondFactorOutcome Outcome, NewSession? Session = null);

internal enum SecondFactorOutcome
{
    SignedIn,
    Refused,

    /// <summary>The code was right, but it has been used: wait for the next one.</summary>
    UsedBefore,

    /// <summary>The password must be given again.</summary>
    BeginAgain,

    TooMany,
}
