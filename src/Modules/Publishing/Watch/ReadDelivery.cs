using PoliceSocial.Publishing.Deleting;
using PoliceSocial.Publishing.Pausing;

namespace PoliceSocial.Publishing.Watch;

/// <summary>A delivery with all that is known of it.</summary>
internal sealed record DeliveryView(
    DeliveryRow Delivery, ChannelSummary Channel, IReadOnlyList<StepRow> Steps, ReceiptRow? Receipt, IReadOnlyList<DeletionRow> Deletions,
    IReadOnlyList<CaptureRow> Captures, bool IsPaused);

/// <summary>Shows a delivery to a person, its text included, and records that it was shown.</summary>
internal sealed class ReadDelivery(Store<PublishingModule> store, ChannelsInReach reach, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.read-delivery");

    /// <returns>Null where there is none by that id for this person.</returns>
    public async Task<DeliveryView?> HandleAsync(Person person, long id, CancellationToken ct)
    {
        if (await store.FindAsync(DeliveryStatements.Load, new { id }, ct) is not { } delivery
            || !(await reach.OfAsync(person, PublishingPermissions.Read, ct)).TryGetValue(delivery.ChannelId, out var channel))
        {
            return null;
        }

        await using (var session = await store.BeginAsync(acts.By(person, Kind), ct))
        {
            session.Raise(new DeliveryViewed(delivery.Id, delivery.ChannelId, delivery.ConversationId));
            await session.CommitAsync(ct);
        }

        return new(
            delivery, channel, await store.QueryAsync(StepRow.OfDelivery, new { deliveryId = id }, ct),
            await store.FindAsync(ReceiptRow.OfDelivery, new { deliveryId = id }, ct),
            await store.QueryAsync(DeletionStatements.OfDelivery, new { deliveryId = id }, ct),
            await store.QueryAsync(CaptureRow.OfDeliveries, new { ids = new[] { id } }, ct), await PauseRow.HoldsAsync(store, channel.Id, ct));
    }
}
