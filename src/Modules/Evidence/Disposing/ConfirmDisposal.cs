namespace PoliceSocial.Evidence.Disposing;

/// <summary>A second person confirms proposed disposals, which the service then carries out, or turns one down with a reason.</summary>
internal sealed class ConfirmDisposal(Store<EvidenceModule> store, WhyNotDispose whyNot, DisposalQueue queue, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.confirm-disposal");
    public static readonly ActKind TurnDown = new("evidence.turn-down-disposal");

    /// <summary>Confirms; more than one only where they are harmless.</summary>
    public async Task<IReadOnlyList<DisposalAnswer>> HandleAsync(Person person, IReadOnlyList<long> reviews, CancellationToken ct)
    {
        var answers = new List<DisposalAnswer>();
        foreach (var id in reviews.Distinct())
            answers.Add(await ConfirmAsync(person, id, reviews.Count > 1, ct));
        queue.Ring();
        return answers;
    }

    /// <summary>Turns a proposal down: the record is due again.</summary>
    public async Task<ReviewOutcome> TurnDownAsync(Person person, long id, string reason, CancellationToken ct)
    {
        if (await FindAsync(person, id, ct) is not { } review)
            return ReviewOutcome.NotFound;
        await using var session = await store.BeginAsync(acts.By(person, TurnDown, reason), ct);
        if (await session.ExecuteAsync(ReviewStatements.Save, review with { State = ReviewState.Due, Problem = $"Turned down: {reason}" }, ct) == 0)
            return ReviewOutcome.ChangedMeanwhile;
        session.Raise(new DisposalTurnedDown(id, review.KindName, review.RecordId));
        await session.CommitAsync(ct);
        return ReviewOutcome.Done;
    }

    private async Task<DisposalAnswer> ConfirmAsync(Person person, long id, bool several, CancellationToken ct)
    {
        if (await FindAsync(person, id, ct) is not { } review)
            return new(id, ReviewOutcome.NotFound, null);
        if (review.DecidedBy == person.Id)
            return new(id, ReviewOutcome.OwnProposal, null);
        if (several && !review.Harmless)
            return new(id, ReviewOutcome.Done, "It is confirmed by itself: it is not of the harmless kind.");
        var (why, conversations) = await whyNot.OfAsync(review, ct);
        if (why is not null)
            return new(id, ReviewOutcome.Done, why);
        var act = acts.By(person, Kind);
        await using var session = await store.BeginAsync(act, ct);
        var after = review with { State = ReviewState.Confirmed, ConfirmedBy = person.Id, ConfirmedAt = act.At, Conversations = string.Join(' ', conversations) };
        if (await session.ExecuteAsync(ReviewStatements.Save, after, ct) == 0)
            return new(id, ReviewOutcome.ChangedMeanwhile, null);
        session.Raise(new DisposalConfirmed(id, review.KindName, review.RecordId, review.ClassCode, review.DecidedBy!.Value));
        await session.CommitAsync(ct);
        return new(id, ReviewOutcome.Done, null);
    }

    private async Task<ReviewRow?> FindAsync(Person person, long id, CancellationToken ct) =>
        await store.FindAsync(ReviewStatements.Load, new { id }, ct) is { State: ReviewState.Proposed } review && person.May(EvidencePermissions.Dispose, review) ? review : null;
}
