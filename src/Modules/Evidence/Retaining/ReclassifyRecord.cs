using FluentValidation;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Gives the record of a review another retention class.</summary>
internal sealed record ReclassifyCommand(long ReviewId, long ClassId, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class ReclassifyValidator : AbstractValidator<ReclassifyCommand>
{
    public ReclassifyValidator()
    {
        RuleFor(c => c.ClassId).NotEmpty().WithMessage("Choose a retention class");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter why it has another class").MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>A reviewer gives a record another class than it has by itself; where it is not due under that one, its review lapses.</summary>
internal sealed class ReclassifyRecord(Store<EvidenceModule> store, IEnumerable<IKeptRecords> sources, ReadPolicy policies, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.reclassify-record");

    /// <summary>False where there is no such open review or class for this person.</summary>
    public async Task<bool> HandleAsync(Person person, ReclassifyCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(ReviewStatements.Load, new { id = command.ReviewId }, ct) is not { State: ReviewState.Due } review
            || !person.May(EvidencePermissions.Review, review)
            || (await policies.NowAsync(ct)).Find(command.ClassId) is not { Retired: false } its
            || await sources.Single(s => s.Kind == review.Kind).FindAsync([review.RecordId], ct) is not [var record])
        {
            return false;
        }

        var act = acts.By(person, Kind, command.Reason!.Trim());
        await using var session = await store.BeginAsync(act, ct);
        var row = new RecordClassRow
        {
            Kind = review.Kind,
            RecordId = review.RecordId,
            ClassId = its.Id,
            Reason = command.Reason.Trim(),
            SetBy = person.Id,
            SetAt = act.At,
        };
        if (await session.ExecuteAsync(RecordClassRow.Update, row, ct) == 0)
            await session.ExecuteAsync(RecordClassRow.Insert, row, ct);
        session.Raise(new RecordReclassified(review.KindName, review.RecordId, review.ClassCode, its.Code));
        var due = RetentionPolicy.DueAt(its, record);
        var after = review with
        {
            ClassCode = its.Code,
            Harmless = record is { Kind: RecordKind.Conversation, Harmless: true } && its.AtEnd == AtEnd.Dispose,
            DueAt = due ?? review.DueAt,
        };
        var lapses = due is null || due > act.At;
        if (await session.ExecuteAsync(ReviewStatements.Save, lapses ? after with { State = ReviewState.Lapsed, EndedAt = act.At } : after, ct) == 0)
            return false;
        if (lapses)
            session.Raise(new ReviewLapsed(review.Id, review.KindName, review.RecordId));
        await session.CommitAsync(ct);
        return true;
    }
}
