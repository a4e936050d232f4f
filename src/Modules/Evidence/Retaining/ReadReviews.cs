namespace PoliceSocial.Evidence.Retaining;

/// <summary>Reviews as a person may see them.</summary>
internal sealed class ReadReviews(Store<EvidenceModule> store, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>After so long without a decision a review is overdue.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>Those of a state, longest due first.</summary>
    public Task<IReadOnlyList<ReviewRow>> InStateAsync(Person person, ReviewState state, CancellationToken ct)
    {
        var reach = person.Grants.Where(EvidencePermissions.Review);
        return store.QueryAsync(ReviewStatements.Seen, new { state = (int)state, everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams, take = Most }, ct);
    }

    /// <summary>One; null where there is none that this person may see.</summary>
    public async Task<ReviewRow?> FindAsync(Person person, long id, CancellationToken ct) =>
        await store.FindAsync(ReviewStatements.Load, new { id }, ct) is { } review && person.May(EvidencePermissions.Review, review) ? review : null;

    /// <summary>All reviews that a record ever had.</summary>
    public Task<IReadOnlyList<ReviewRow>> HistoryAsync(ReviewRow review, CancellationToken ct) =>
        store.QueryAsync(ReviewStatements.OfRecords, new { kind = (int)review.Kind, ids = new[] { review.RecordId } }, ct);

    /// <summary>How many are of a state, and how many of them are overdue.</summary>
    public async Task<(int All, int Overdue)> CountAsync(Person person, ReviewState state, CancellationToken ct)
    {
        var reach = person.Grants.Where(EvidencePermissions.Review);
        Task<int> Before(DateTimeOffset before) => store.FindAsync(
            ReviewStatements.Count, new { state = (int)state, before, everywhere = reach.Everywhere ? 1 : 0, channels = reach.Channels, teams = reach.Teams }, ct);
        var now = clock.GetUtcNow();
        return (await Before(now.AddDays(1)), await Before(now - Patience));
    }
}
