using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace PoliceSocial.Access.Passwords;

/// <summary>What a person reads when a password is not taken.</summary>
internal sealed class PasswordWords(IStringLocalizer<AccessWords> words) : IdentityErrorDescriber
{
    /// <summary>Hashing a longer one would be a way to keep the service busy.</summary>
    public const int Longest = 256;

    public IdentityResult TooLong() => Failed(nameof(TooLong), words["Password.TooLong"]);

    public IdentityResult OwnName() => Failed(nameof(OwnName), words["Password.OwnName"]);

    public IdentityResult Breached() => Failed(nameof(Breached), words["Password.Breached"]);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), words["Password.TooShort", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), words["Password.TooFewDifferent", uniqueChars]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), words["Password.Mismatch"]);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), words["SignInName.Taken", userName]);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), words["Account.ChangedMeanwhile"]);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };

    private static IdentityResult Failed(string code, string description) => IdentityResult.Failed(Error(code, description));
}
