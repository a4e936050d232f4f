using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;

namespace PoliceSocial.Access.Passwords;

/// <summary>Refuses a password that attackers know, or that is little more than the person's own name.</summary>
internal sealed class NotBreached(WellKnownPasswords wellKnown, BreachedFile breached) : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is null || password.Length > PasswordWords.Longest ? PasswordWords.TooLong
        : IsOwnName(user, password) ? PasswordWords.OwnName
        : wellKnown.Contains(password) || breached.Contains(password) ? PasswordWords.Breached
        : IdentityResult.Success);

    private static bool IsOwnName(Account user, string password)
    {
        var letters = Letters(password);
        return user.Row.Name.Split(' ').Append(user.Row.SignInName.Split('@')[0]).Append(user.Row.Name)
            .Select(Letters).Any(name => name.Length >= 4 && letters.Replace(name, "", StringComparison.Ordinal).Length < 4 && letters.Contains(name, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
