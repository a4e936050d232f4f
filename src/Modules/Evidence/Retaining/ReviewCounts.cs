using PoliceSocial.Platform.Live;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>How many records wait for a decision, for the number beside Records.</summary>
internal sealed class ReviewCounts(ReadReviews reviews) : ICountSource
{
    public const string Waiting = "evidence.reviews";

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct) =>
        !person.Grants.Allows(EvidencePermissions.Review) ? new Dictionary<string, int>() : new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [Waiting] = (await reviews.CountAsync(person, ReviewState.Due, ct)).All + (await reviews.CountAsync(person, ReviewState.Proposed, ct)).All,
        };
}
