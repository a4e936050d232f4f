using System.Text.RegularExpressions;
using FluentValidation;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Somebody to add.</summary>
internal sealed record NewPerson(string SignInName, string Name)
{
    public NewPerson Tidy() => new(LowerNames.Of(SignInName ?? ""), (Name ?? "").Trim());

    /// <summary>As a row without a password yet. What notes call them by is settled when the row is stored.</summary>
    public PersonRow ToRow(Ids ids, DateTimeOffset now) => new()
    {
        Id = ids.New(),
        SignInName = SignInName,
        Name = Name,
        Mention = SignInName,
        State = PersonState.Invited,
        PasswordHash = null,
        SecurityStamp = Secret.New(),
        FailedSignIns = 0,
        LockedUntil = null,
        SecondFactor = false,
        AuthenticatorKey = null,
        LastStep = 0,
        SetupHash = null,
        SetupUntil = null,
        AddedAt = now,
        SignedInAt = null,
        Version = 1,
    };

    /// <summary>What notes call somebody by: the sign-in name without its domain, with a number where that is taken.</summary>
    public static async Task<string> MentionAsync(string signInName, IRead read, CancellationToken ct)
    {
        var start = signInName.Split('@')[0];
        var taken = (await read.QueryAsync(PersonStatements.MentionsLike, new { start }, ct)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? start : $"{start}{n}").First(m => !taken.Contains(m));
    }
}

/// <summary>Says what is wrong with somebody to add, in the words of the page.</summary>
internal sealed partial class NewPersonValidator : AbstractValidator<NewPerson>
{
    public static readonly NewPersonValidator One = new();

    private NewPersonValidator()
    {
        RuleFor(p => p.Name).NotEmpty().WithMessage("Enter their name as colleagues know it, for example PC Sian Rees")
            .MaximumLength(100).WithMessage("Name must be 100 characters or fewer");
        RuleFor(p => p.SignInName).Must(n => SignInNames().IsMatch(n)).WithMessage(
            "Enter a sign-in name of 2 to 100 small letters, digits, dots, dashes and underscores, or an email address");
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{1,60}(@[a-z0-9][a-z0-9.-]{1,60})?\z")]
    private static partial Regex SignInNames();
}
