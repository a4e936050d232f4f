namespace PoliceSocial.Evidence.Disposing;

/// <summary>Carries out the disposal that was confirmed first. One that was interrupted goes on where it stopped.</summary>
internal sealed class DisposeNext(Store<EvidenceModule> store, WhyNotDispose whyNot, DisposalSteps steps, ActFactory acts)
{
    /// <summary>False where none is left.</summary>
    public async Task<bool> HandleAsync(CancellationToken ct)
    {
        if (await store.QueryAsync(ReviewStatements.InState, new { state = (int)ReviewState.Confirmed, after = 0L, take = 1 }, ct) is not [var review])
            return false;

        // Between the confirmation and now somebody may have placed a hold. Once a byte is gone there is no way back.
        if (!await steps.BegunAsync(review.Id, ct) && (await whyNot.OfAsync(review, ct)).Why is { } why)
        {
            await EndAsync(review with { State = ReviewState.Due, Problem = why }, new DisposalStopped(review.Id, review.KindName, review.RecordId, why), ct);
            return true;
        }

        await steps.TakeAsync(review.ToOrder(), null, ct);
        await EndAsync(
            review with { State = ReviewState.Disposed },
            new RecordDisposed(review.Id, review.KindName, review.RecordId, review.ClassCode, review.ConversationIds(), review.DecidedBy!.Value, review.ConfirmedBy!.Value), ct);
        return true;
    }

    private async Task EndAsync(ReviewRow review, IEvent happened, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(DisposalSteps.Kind), ct);
        if (await session.ExecuteAsync(ReviewStatements.Save, review with { EndedAt = review.State == ReviewState.Disposed ? session.Act.At : null }, ct) == 0)
            return;
        session.Raise(happened);
        await session.CommitAsync(ct);
    }
}
