using FluentValidation;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Adds a retention class, or changes one. The code of an existing one stays: the ledger names it.</summary>
internal sealed record ChangeClassCommand(
    long? Id, int Version, string? Code, string? Name, string? Source, int Months, CountsFrom CountsFrom, AtEnd AtEnd, bool Checked, bool Retired);

/// <summary>Says what is wrong with the command.</summary>
internal sealed class ChangeClassValidator : AbstractValidator<ChangeClassCommand>
{
    public ChangeClassValidator()
    {
        RuleFor(c => c.Code).Matches("^[A-Z0-9][A-Z0-9-]{0,19}$").WithMessage("A code is 1 to 20 capital letters, digits and hyphens, as in GROUP-1").When(c => c.Id is null);
        RuleFor(c => c.Name).NotEmpty().WithMessage("Enter what the class is called").MaximumLength(200).WithMessage("The name must be 200 characters or less");
        RuleFor(c => c.Source).NotEmpty().WithMessage("Enter where the period comes from").MaximumLength(300).WithMessage("Where it comes from must be 300 characters or less");
        RuleFor(c => c.Months).InclusiveBetween(1, 1_200).WithMessage("Enter a period between 1 and 1,200 months");
        RuleFor(c => c.CountsFrom).IsInEnum().WithMessage("Choose what the period counts from");
        RuleFor(c => c.AtEnd).IsInEnum().WithMessage("Choose what is proposed at its end");
    }
}

/// <summary>What became of it.</summary>
internal enum ChangeClassOutcome
{
    Done,

    /// <summary>There is no such class.</summary>
    NotFound,

    /// <summary>Another class has this code.</summary>
    CodeTaken,

    /// <summary>Somebody else changed it meanwhile.</summary>
    ChangedMeanwhile,
}

/// <summary>A records manager adds or changes a retention class; what is in the review queue already keeps the date it was put there with.</summary>
internal sealed class ChangeClass(Store<EvidenceModule> store, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("evidence.change-retention-class");

    public async Task<ChangeClassOutcome> HandleAsync(Person person, ChangeClassCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        await using var session = await store.BeginAsync(act, ct);
        var before = command.Id is { } id ? await session.FindAsync(RetentionClassRow.Load, new { id }, ct) : null;
        if (command.Id is not null && before is null)
            return ChangeClassOutcome.NotFound;
        var after = new RetentionClassRow
        {
            Id = before?.Id ?? ids.New(),
            Code = before?.Code ?? command.Code!.Trim(),
            Name = command.Name!.Trim(),
            Source = command.Source!.Trim(),
            Months = command.Months,
            CountsFrom = command.CountsFrom,
            AtEnd = command.AtEnd,
            Checked = command.Checked,
            Retired = command.Retired,
            ChangedBy = person.Id,
            ChangedAt = act.At,
            Version = before is null ? 1 : command.Version,
        };
        if (await session.ExecuteAsync(before is null ? RetentionClassRow.Insert : RetentionClassRow.Save, after, ct) == 0)
            return before is null ? ChangeClassOutcome.CodeTaken : ChangeClassOutcome.ChangedMeanwhile;
        session.Raise(after.ToEvent());
        await session.CommitAsync(ct);
        return ChangeClassOutcome.Done;
    }
}
