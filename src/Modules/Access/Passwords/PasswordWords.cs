using Microsoft.AspNetCore.Identity;

namespace PoliceSocial.Access.Passwords;

/// <summary>What a person reads when a password is not taken.</summary>
internal sealed class PasswordWords : IdentityErrorDescriber
{
    /// <summary>Hashing a longer one would be a way to keep the service busy.</summary>
    public const int Longest = 256;

    public static readonly IdentityResult TooLong = Failed(nameof(TooLong), "Password must be 256 characters or fewer");
    public static readonly IdentityResult OwnName = Failed(nameof(OwnName), "Choose a password that is not your own name");
    public static readonly IdentityResult Breached = Failed(
        nameof(Breached), "Choose another password: this one is among those that attackers try first. Three random words are easy to remember");

    public override IdentityError PasswordTooShort(int length) => new()
    {
        Code = nameof(PasswordTooShort),
        Description = $"Password must be {length} characters or more. Three random words are easy to remember",
    };

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => new()
    {
        Code = nameof(PasswordRequiresUniqueChars),
        Description = $"Password must have at least {uniqueChars} different characters",
    };

    public override IdentityError PasswordMismatch() => new()
    {
        Code = nameof(PasswordMismatch),
        Description = "Your current password is not right",
    };

    public override IdentityError DuplicateUserName(string userName) => new()
    {
        Code = nameof(DuplicateUserName),
        Description = $"Somebody already signs in as {userName}. Choose another sign-in name",
    };

    public override IdentityError ConcurrencyFailure() => new()
    {
        Code = nameof(ConcurrencyFailure),
        Description = "Somebody else changed this account at the same moment. Nothing was saved: look at it again and repeat what is still needed",
    };

    private static IdentityResult Failed(string code, string words) => IdentityResult.Failed(new IdentityError { Code = code, Description = words });
}
