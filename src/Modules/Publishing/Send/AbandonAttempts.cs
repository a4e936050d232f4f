using PoliceSocial.Publishing.Deleting;

namespace PoliceSocial.Publishing.Send;

/// <summary>
/// Finds deliveries that were being sent by somebody who is gone: the service was stopped or killed between asking the network
/// and writing down its answer. Nobody can say what became of them, so the network is read back.
/// </summary>
internal sealed class AbandonAttempts(Store<PublishingModule> store, DeliveryBook book, AbandonDeletions deletions, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("publishing.abandon-attempt");

    /// <summary>A call ends long before this; whoever has not written its answer down by then will not.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(1);

    private static readonly Statement<long> Attempted = Statement.Of<long>(
        "SELECT Id FROM publishing.Delivery WHERE State = @attempting AND AttemptedAt <= @before ORDER BY Id");

    /// <summary>At the start: whoever called before is gone.</summary>
    public Task AllAsync(CancellationToken ct) => BeforeAsync(clock.GetUtcNow(), ct);

    /// <summary>While running: where an answer could not be written down.</summary>
    public Task LateAsync(CancellationToken ct) => BeforeAsync(clock.GetUtcNow() - LongestCall, ct);

    private async Task BeforeAsync(DateTimeOffset before, CancellationToken ct)
    {
        foreach (var id in await store.QueryAsync(Attempted, new { attempting = DeliveryState.Attempting, before }, ct))
        {
            var act = acts.ByService(Kind);
            await book.ChangeAsync(act, id, d => d.Abandon(act.At), ct);
        }

        await deletions.BeforeAsync(before, ct);
    }
}
