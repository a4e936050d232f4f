using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Looks;

/// <summary>Says what is wrong with a policy, in the words of the form.</summary>
internal sealed class LookPolicyValidator : AbstractValidator<LookPolicy>
{
    public const int LongestPurpose = 200;

    public LookPolicyValidator()
    {
        RuleFor(p => p.Purposes).NotEmpty().WithMessage("Enter at least one purpose, one on each line");
        RuleForEach(p => p.Purposes).MaximumLength(LongestPurpose).OverridePropertyName(nameof(LookPolicy.Purposes))
            .WithMessage($"Each purpose must be {LongestPurpose} characters or less");
        RuleFor(p => p.WindowDays).InclusiveBetween(1, 365).WithMessage("The days must be between 1 and 365");
        RuleFor(p => p.ByOne).InclusiveBetween(1, 1_000).WithMessage("The looks by one person must be between 1 and 1,000");
        RuleFor(p => p.ByForce).InclusiveBetween(1, 1_000).WithMessage("The looks by anybody must be between 1 and 1,000");
    }
}

/// <summary>The co-ordinator of covert authorities decides what histories are opened for, and how many looks need authority.</summary>
internal sealed class ChangeLookPolicy(Store<InboxModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.change-look-policy");

    private static readonly Statement Save = Statement.Of(
        """
        UPDATE inbox.LookPolicy
        SET Purposes = @purposes, WindowDays = @windowDays, ByOne = @byOne, ByForce = @byForce, ChangedAt = @at, ChangedBy = @by, Version = Version + 1
        WHERE Id = 1 AND Version = @version
        """);

    private static readonly Statement First = Statement.Of(
        """
        INSERT INTO inbox.LookPolicy (Id, Purposes, WindowDays, ByOne, ByForce, ChangedAt, ChangedBy, Version)
        SELECT 1, @purposes, @windowDays, @byOne, @byForce, @at, @by, 1
        WHERE @version = 0 AND NOT EXISTS (SELECT 1 FROM inbox.LookPolicy WHERE Id = 1)
        """);

    /// <summary>Changes it; false where a colleague changed it meanwhile.</summary>
    /// <param name="person">Who.</param>
    /// <param name="policy">The policy, with the version that was on the screen.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> HandleAsync(Person person, LookPolicy policy, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var args = new
        {
            purposes = string.Join('\n', policy.Purposes),
            windowDays = policy.WindowDays,
            byOne = policy.ByOne,
            byForce = policy.ByForce,
            at = session.Act.At,
            by = person.Id,
            version = policy.Version,
        };
        if (await session.ExecuteAsync(Save, args, ct) == 0 && await session.ExecuteAsync(First, args, ct) == 0)
            return false;
        session.Raise(new LookPolicyChanged(policy.Version + 1, policy.Purposes.Count, policy.WindowDays, policy.ByOne, policy.ByForce));
        await session.CommitAsync(ct);
        return true;
    }
}
