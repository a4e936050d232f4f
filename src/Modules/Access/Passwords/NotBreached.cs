using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;

namespace PoliceSocial.Access.Passwords;

/// <summary>Refuses a password that attackers know, or that is little more than the person's own name.</summary>
internal sealed class NotBreached(WellKnownPasswords wellKnown, BreachedFile breached) : IPasswordValidator<Account>
{
    private const int ShortestName = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is null || password.Length > PasswordWords.Longest ? PasswordWords.TooLong
        : IsOwnName(user, password) ? PasswordWords.OwnName
        : wellKnown.Contains(password) || breached.Contains(password) ? PasswordWords.Breached
        : IdentityResult.Success);

    /// <summary>With their names taken out, hardly a letter is left.</summary>
    private static bool IsOwnName(Account user, string password)
    {
        var letters = Letters(password);
        var left = user.Row.Name.Split(' ').Append(user.Row.SignInName.Split('@')[0]).Select(Letters).Where(name => name.Length >= ShortestName)
            .Aggregate(letters, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));
        return left.Length < letters.Length && left.Length < ShortestName;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
