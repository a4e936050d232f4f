namespace PoliceSocial.Publishing.Deleting;

/// <summary>Finds deletions that were under way when whoever made the call went; the network is read back for them.</summary>
internal sealed class AbandonDeletions(Store<PublishingModule> store, DeletionBook deletions, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.abandon-deletion");

    private static readonly Statement<long> Attempted = Statement.Of<long>(
        "SELECT Id FROM publishing.Deletion WHERE State = @attempting AND AttemptedAt <= @before ORDER BY Id");

    public async Task BeforeAsync(DateTimeOffset before, CancellationToken ct)
    {
        foreach (var id in await store.QueryAsync(Attempted, new { attempting = DeliveryState.Attempting, before }, ct))
        {
            var act = acts.ByService(Kind);
            await deletions.ChangeAsync(act, id, d => d.Abandon(act.At), ct);
        }
    }
}
