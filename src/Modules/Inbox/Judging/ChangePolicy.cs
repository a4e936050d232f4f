using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>Asks that triage judge so.</summary>
/// <param name="Version">The version that was on the screen; 0 for what ships.</param>
/// <param name="Policy">How it is to judge.</param>
internal sealed record ChangePolicyCommand(int Version, TriagePolicy Policy);

/// <summary>Says what is wrong with a policy, in the words of the form.</summary>
internal sealed class ChangePolicyValidator : AbstractValidator<ChangePolicyCommand>
{
    private const int MostTerms = 2_000;

    public ChangePolicyValidator()
    {
        RuleFor(c => c.Policy.Threshold).InclusiveBetween(0.01, 0.99).WithMessage("The alarm must begin between 1 and 99 %").OverridePropertyName("Threshold");
        RuleFor(c => c.Policy.SoonFrom).InclusiveBetween(0.01, 0.99).WithMessage("The second grade must begin between 1 and 99 %").OverridePropertyName("SoonFrom");
        RuleFor(c => c.Policy.Weights).Must(w => w.All(f => f.Adds is >= 0 and <= 3)).WithMessage("Choose how much each fact counts").OverridePropertyName("Weights");
        RuleFor(c => c.Policy.RepeatFrom).InclusiveBetween(2, 1_000).WithMessage("Enter from how many conversations on somebody writes often, 2 or more").OverridePropertyName("RepeatFrom");
        RuleFor(c => c.Policy.RepeatDays).InclusiveBetween(1, 365).WithMessage("Enter between 1 and 365 days").OverridePropertyName("RepeatDays");
        RuleFor(c => c.Policy.BurstFrom).InclusiveBetween(2, 10_000).WithMessage("Enter from how many messages on it is a burst, 2 or more").OverridePropertyName("BurstFrom");
        RuleFor(c => c.Policy.BurstMinutes).InclusiveBetween(1, 60).WithMessage("Enter between 1 and 60 minutes").OverridePropertyName("BurstMinutes");
        RuleFor(c => c.Policy.Desk).Must(d => d is null || d.Opens != d.Closes).WithMessage("Enter when the desk opens and closes, or choose no day where it is always staffed").OverridePropertyName("Opens");
        RuleFor(c => c.Policy.Places).Must(p => p.Count <= MostTerms).WithMessage("Enter 2,000 places or fewer").OverridePropertyName("Places");
        RuleFor(c => c.Policy.ChildWords).Must(p => p.Count <= MostTerms).WithMessage("Enter 2,000 words or fewer").OverridePropertyName("ChildWords");
        RuleFor(c => c.Policy).Custom((policy, context) =>
        {
            try
            {
                _ = new CompiledPolicy(policy);
            }
            catch (FormatException e)
            {
                context.AddFailure("Places", e.Message);
            }
        });
    }
}

/// <summary>An administrator changes how triage judges: from when on it alarms, which facts count and how much, the force's places and desk hours.</summary>
internal sealed class ChangePolicy(Store<InboxModule> store, PolicyInForce policies, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.change-triage-policy");

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO inbox.TriagePolicy (Version, Definition, ChangedAt, ChangedBy)
        SELECT @Version, @Definition, @ChangedAt, @ChangedBy WHERE NOT EXISTS (SELECT 1 FROM inbox.TriagePolicy WHERE Version >= @Version)
        """);

    /// <summary>Whether it is changed; false where a colleague changed it meanwhile.</summary>
    public async Task<bool> HandleAsync(Person person, ChangePolicyCommand command, CancellationToken ct)
    {
        await using (var session = await store.BeginAsync(acts.By(person, Kind), ct))
        {
            var row = new TriagePolicyRow { Version = command.Version + 1, Definition = command.Policy.ToJson(), ChangedAt = session.Act.At, ChangedBy = person.Id };
            if (await session.ExecuteAsync(Insert, row, ct) != 1)
                return false;
            session.Raise(new TriagePolicyChanged(row.Version, ShipRules.Hash(row.Definition)));
            await session.CommitAsync(ct);
        }

        await policies.ReadAsync(ct);
        return true;
    }
}
