using FluentValidation;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Says which class records of a kind, category and grade have by themselves; null takes the rule away.</summary>
internal sealed record ChangeRuleCommand(RecordKind Kind, string? Category, string? Grade, long? ClassId);

/// <summary>Says what is wrong with the command.</summary>
internal sealed class ChangeRuleValidator : AbstractValidator<ChangeRuleCommand>
{
    public ChangeRuleValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose the kind of record");
        RuleFor(c => c.Category).MaximumLength(50).WithMessage("The code of a category must be 50 characters or less")
            .Empty().When(c => c.Kind == RecordKind.Conversation).WithMessage("A conversation has no category: leave it empty");
        RuleFor(c => c.Grade).MaximumLength(50).WithMessage("The code of a grade must be 50 characters or less")
            .Empty().When(c => c.Kind == RecordKind.Conversation).WithMessage("A conversation has no grade: leave it empty");
    }
}

/// <summary>A records manager changes which class records have by themselves.</summary>
internal sealed class ChangeRule(Store<EvidenceModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.change-retention-rule");

    /// <summary>False where there is no such class, or no such rule to take away.</summary>
    public async Task<bool> HandleAsync(Person person, ChangeRuleCommand command, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var (category, grade) = (command.Category?.Trim() ?? "", command.Grade?.Trim() ?? "");
        if (command.ClassId is not { } id)
        {
            if (await session.ExecuteAsync(RetentionRuleRow.Delete, new { command.Kind, Category = category, Grade = grade }, ct) == 0)
                return false;
            session.Raise(new RetentionRuleChanged(command.Kind.ToString(), category, grade, null));
        }
        else
        {
            if (await session.FindAsync(RetentionClassRow.Load, new { id }, ct) is not { Retired: false } its)
                return false;
            var rule = new RetentionRuleRow { Kind = command.Kind, Category = category, Grade = grade, ClassId = id };
            if (await session.ExecuteAsync(RetentionRuleRow.Update, rule, ct) == 0)
                await session.ExecuteAsync(RetentionRuleRow.Insert, rule, ct);
            session.Raise(new RetentionRuleChanged(command.Kind.ToString(), category, grade, its.Code));
        }

        await session.CommitAsync(ct);
        return true;
    }
}
