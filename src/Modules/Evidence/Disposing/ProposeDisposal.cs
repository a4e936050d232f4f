using FluentValidation;
using Microsoft.Extensions.Options;

namespace PoliceSocial.Evidence.Disposing;

/// <summary>Proposes that the records of reviews are disposed of; more than one only where they are harmless.</summary>
internal sealed record ProposeCommand(IReadOnlyList<long> Reviews, string? Rationale);

/// <summary>Says what is missing in the command.</summary>
internal sealed class ProposeValidator : AbstractValidator<ProposeCommand>
{
    public ProposeValidator()
    {
        RuleFor(c => c.Reviews).NotEmpty().WithMessage("Choose at least one record");
        RuleFor(c => c.Rationale).NotEmpty().WithMessage("Enter why it is not necessary to keep it").MaximumLength(2_000).WithMessage("The rationale must be 2,000 characters or less");
    }
}

/// <summary>What became of one proposal.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Why">Why the record must stay, or null.</param>
internal sealed record DisposalAnswer(long ReviewId, ReviewOutcome Outcome, string? Why)
{
    public bool Done => Outcome == ReviewOutcome.Done && Why is null;
}

/// <summary>A reviewer proposes a disposal with the rationale; where policy asks for no second person, it is confirmed with that. Each record is on record by itself.</summary>
internal sealed class ProposeDisposal(Store<EvidenceModule> store, WhyNotDispose whyNot, DisposalQueue queue, ActFactory acts, IOptions<EvidenceOptions> options)
{
    public static readonly ActKind Kind = new("evidence.propose-disposal");

    public async Task<IReadOnlyList<DisposalAnswer>> HandleAsync(Person person, ProposeCommand command, CancellationToken ct)
    {
        var answers = new List<DisposalAnswer>();
        var reviews = command.Reviews.Distinct().ToList();
        foreach (var id in reviews)
            answers.Add(await ProposeAsync(person, id, reviews.Count > 1, command.Rationale!.Trim(), ct));
        return answers;
    }

    private async Task<DisposalAnswer> ProposeAsync(Person person, long id, bool several, string rationale, CancellationToken ct)
    {
        if (await store.FindAsync(ReviewStatements.Load, new { id }, ct) is not { State: ReviewState.Due } review || !person.May(EvidencePermissions.Review, review))
            return new(id, ReviewOutcome.NotFound, null);
        if (several && !review.Harmless)
            return new(id, ReviewOutcome.Done, "It is decided by itself: a risk was flagged, an incident came of it, or its class asks for a review.");
        var (why, conversations) = await whyNot.OfAsync(review, ct);
        if (why is not null)
            return new(id, ReviewOutcome.Done, why);
        var act = acts.By(person, Kind, rationale);
        var alone = !options.Value.DisposalNeedsSecondPerson && person.May(EvidencePermissions.Dispose, review);
        var after = review with
        {
            State = alone ? ReviewState.Confirmed : ReviewState.Proposed,
            Rationale = rationale,
            DecidedBy = person.Id,
            DecidedAt = act.At,
            ConfirmedBy = alone ? person.Id : null,
            ConfirmedAt = alone ? act.At : null,
            Conversations = alone ? string.Join(' ', conversations) : "",
            Problem = null,
        };
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(ReviewStatements.Save, after, ct) == 0)
            return new(id, ReviewOutcome.ChangedMeanwhile, null);
        session.Raise(new DisposalProposed(id, review.KindName, review.RecordId, review.ClassCode));
        if (alone)
            session.Raise(new DisposalConfirmed(id, review.KindName, review.RecordId, review.ClassCode, person.Id));
        await session.CommitAsync(ct);
        if (alone)
            queue.Ring();
        return new(id, ReviewOutcome.Done, null);
    }
}
