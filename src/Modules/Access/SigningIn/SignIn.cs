using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.Passwords;
using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.SigningIn;

/// <summary>Somebody gives a name and a password. Whatever is wrong, they read the same sentence and wait the same time.</summary>
internal sealed class SignIn(
    Store<AccessModule> store, IPasswordHasher<Account> hasher, Decoy decoy, AddressPace pace, FailedAttempts failed,
    StartSession start, RehashPassword rehash, HalfSignedIn half, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.sign-in");

    public async Task<SignInAnswer> HandleAsync(SignInCommand command, Visitor visitor, CancellationToken ct)
    {
        if (pace.Take(visitor.Address) is var taken and not Pace.Free)
        {
            if (taken == Pace.JustExceeded)
                await failed.RecordAsync(Kind, visitor, null, SignInFailure.TooManyFromAddress, ct);
            return new(SignInOutcome.TooMany);
        }

        var person = await store.FindAsync(PersonStatements.BySignInName, new { signInName = LowerNames.Of(command.SignInName) }, ct);
        var checkedPassword = Check(person, command.Password);
        if (WhyNot(person, checkedPassword) is { } why)
        {
            await failed.RecordAsync(Kind, visitor, person, why, ct);
            return new(SignInOutcome.Refused);
        }

        pace.GiveBack(visitor.Address);
        if (checkedPassword == PasswordVerificationResult.SuccessRehashNeeded)
            person = await rehash.HandleAsync(person!, command.Password, ct);
        if (person!.SecondFactor)
            return new(SignInOutcome.NeedsSecondFactor, Ticket: half.Ticket(person));
        return await start.StartAsync(person, visitor, Proof.Password, Kind, ct) is { } session
            ? new(SignInOutcome.SignedIn, session)
            : new(SignInOutcome.Refused);
    }

    private PasswordVerificationResult Check(PersonRow? person, string password) =>
        password.Length > PasswordWords.Longest
            ? PasswordVerificationResult.Failed
            : hasher.VerifyHashedPassword(null!, person?.PasswordHash ?? decoy.Hash, password);

    private SignInFailure? WhyNot(PersonRow? person, PasswordVerificationResult password) => person switch
    {
        null => SignInFailure.UnknownName,
        { State: not PersonState.Active } or { PasswordHash: null } => SignInFailure.NotActive,
        _ when person.IsLockedAt(clock.GetUtcNow()) => SignInFailure.LockedOut,
        _ when password == PasswordVerificationResult.Failed => SignInFailure.WrongPassword,
        _ => null,
    };
}

/// <summary>What somebody typed.</summary>
internal sealed record SignInCommand(string SignInName, string Password);

/// <summary>What becomes of it.</summary>
internal sealed record SignInAnswer(SignInOutcome Outcome, NewSession? Session = null, string? Ticket = null);

internal enum SignInOutcome
{
    SignedIn,

    /// <summary>The password was right; the second factor comes next.</summary>
    NeedsSecondFactor,

    Refused,

    /// <summary>Too many wrong attempts from this network address.</summary>
    TooMany,
}
