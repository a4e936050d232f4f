using FluentValidation;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Keeps the record of a review until a later date.</summary>
internal sealed record RetainCommand(long ReviewId, DateTimeOffset? Until, IReadOnlyList<string> Reasons, string? Rationale);

/// <summary>Says what is missing in the command.</summary>
internal sealed class RetainValidator : AbstractValidator<RetainCommand>
{
    private const int MostYears = 10;

    public RetainValidator(TimeProvider clock)
    {
        RuleFor(c => c.Until).NotNull().WithMessage("Enter the date of the next review")
            .Must(u => u is null || (u > clock.GetUtcNow() && u <= clock.GetUtcNow().AddYears(MostYears)))
            .WithMessage("The next review must be after today and at most 10 years ahead");
        RuleFor(c => c.Reasons).NotEmpty().WithMessage("Choose at least one reason").Must(r => r.All(RetentionReasons.Knows)).WithMessage("Choose among the reasons given");
        RuleFor(c => c.Rationale).NotEmpty().WithMessage("Enter why it is necessary and proportionate to keep it")
            .MaximumLength(2_000).WithMessage("The rationale must be 2,000 characters or less");
    }
}

/// <summary>A reviewer keeps a record, with the reasons that make it necessary, until its next review.</summary>
internal sealed class RetainRecord(Store<EvidenceModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.retain-record");

    public async Task<ReviewOutcome> HandleAsync(Person person, RetainCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(ReviewStatements.Load, new { id = command.ReviewId }, ct) is not { State: ReviewState.Due } review || !person.May(EvidencePermissions.Review, review))
            return ReviewOutcome.NotFound;
        var act = acts.By(person, Kind, command.Rationale!.Trim());
        await using var session = await store.BeginAsync(act, ct);
        var after = review with
        {
            State = ReviewState.Retained,
            Reasons = string.Join(' ', command.Reasons.Distinct()),
            Rationale = command.Rationale.Trim(),
            DecidedBy = person.Id,
            DecidedAt = act.At,
            RetainedUntil = command.Until,
            EndedAt = act.At,
            Problem = null,
        };
        if (await session.ExecuteAsync(ReviewStatements.Save, after, ct) == 0)
            return ReviewOutcome.ChangedMeanwhile;
        session.Raise(new RecordRetained(review.Id, review.KindName, review.RecordId, [.. command.Reasons.Distinct()], command.Until!.Value));
        await session.CommitAsync(ct);
        return ReviewOutcome.Done;
    }
}
