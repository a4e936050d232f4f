using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PoliceSocial.Access.People;

namespace PoliceSocial.Access.Passwords;

/// <summary>Refuses a password that attackers know, or that is little more than the person's own name.</summary>
internal sealed class NotBreached(WellKnownPasswords wellKnown, BreachedFile breached, IStringLocalizer<AccessWords> words) : IPasswordValidator<Account>
{
    private const int ShortestName = 4;
    private readonly PasswordWords _words = new(words);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is null || password.Length > PasswordWords.Longest ? _words.TooLong()
        : IsOwnName(user, password) ? _words.OwnName()
        : wellKnown.Contains(password) || breached.Contains(password) ? _words.Breached()
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
