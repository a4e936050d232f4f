using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Contacts;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Rules;

/// <summary>Asks that a risk rule be so.</summary>
/// <param name="Id">The rule, or null for a new one.</param>
/// <param name="Version">The version that was on the screen; 0 for a new one.</param>
/// <param name="Name">What staff read when it flags.</param>
/// <param name="Enabled">Whether it works.</param>
/// <param name="Definition">What it looks for.</param>
internal sealed record ChangeRuleCommand(long? Id, int Version, string Name, bool Enabled, RuleDefinition Definition);

/// <summary>Says what is wrong with a rule, in the words of the form.</summary>
internal sealed class ChangeRuleValidator : AbstractValidator<ChangeRuleCommand>
{
    public ChangeRuleValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Enter a name: staff read it when the rule flags something");
        RuleFor(c => c.Name).MaximumLength(200).WithMessage("The name must be 200 characters or less");
        RuleFor(c => c.Definition).Must(d => d.Any.Count + d.Together.Count + d.Patterns.Count > 0)
            .WithMessage("Enter at least one word, combination or pattern: a rule without any would flag nothing");
        RuleFor(c => c.Definition).Custom((definition, context) =>
        {
            try
            {
                _ = new RuleSet([(0, 0, context.InstanceToValidate.Name ?? "", definition)]);
            }
            catch (FormatException e)
            {
                context.AddFailure(nameof(ChangeRuleCommand.Definition), e.Message);
            }
        });
    }
}

/// <summary>What came of changing a rule.</summary>
internal abstract record ChangeRuleResult
{
    private ChangeRuleResult()
    {
    }

    /// <summary>It is so.</summary>
    public sealed record Changed(long Id) : ChangeRuleResult;

    /// <summary>A colleague changed it meanwhile.</summary>
    public sealed record Overtaken : ChangeRuleResult;

    /// <summary>It would be an alarm for one member of the public.</summary>
    /// <param name="Term">Which of its terms names them.</param>
    public sealed record NamesSomebody(string Term) : ChangeRuleResult;
}

/// <summary>An administrator adds a risk rule, changes it, or switches it on or off. It works from the next message on.</summary>
internal sealed class ChangeRule(Store<InboxModule> store, RiskRules rules, KnownContacts known, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("inbox.change-risk-rule");

    private static readonly Statement Save = Statement.Of(
        """
        UPDATE inbox.RiskRule
        SET Name = @Name, Definition = @Definition, Enabled = @Enabled, ChangedAt = @ChangedAt, ChangedBy = @ChangedBy, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);

    public async Task<ChangeRuleResult> HandleAsync(Person person, ChangeRuleCommand command, CancellationToken ct)
    {
        var terms = command.Definition.Any.Concat(command.Definition.Together.SelectMany(g => g)).Concat(command.Definition.Patterns);
        if (await known.FindNamedAsync(terms, ct) is { } named)
            return new ChangeRuleResult.NamesSomebody(named);
        var row = new RiskRuleRow
        {
            Id = command.Id ?? ids.New(),
            Name = command.Name.Trim(),
            Definition = command.Definition.ToJson(),
            Enabled = command.Enabled,
            ChangedAt = default,
            ChangedBy = person.Id,
            Version = command.Id is null ? 1 : command.Version,
        };
        await using (var session = await store.BeginAsync(acts.By(person, Kind), ct))
        {
            row = row with { ChangedAt = session.Act.At };
            if (await session.ExecuteAsync(command.Id is null ? ShipRules.Insert : Save, row, ct) != 1)
                return new ChangeRuleResult.Overtaken();
            session.Raise(new RiskRuleChanged(row.Id, command.Id is null ? 1 : row.Version + 1, row.Enabled, ShipRules.Hash(row.Definition)));
            await session.CommitAsync(ct);
        }

        await rules.ReadAsync(ct);
        return new ChangeRuleResult.Changed(row.Id);
    }
}
