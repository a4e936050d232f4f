using PoliceSocial.Publishing.Deleting;

namespace PoliceSocial.Publishing.Watch;

/// <summary>Somebody takes note of the alarm about a delivery, or about deleting it: the alarm ends in their name.</summary>
internal sealed class AcknowledgeDelivery(Store<PublishingModule> store, DeliveryBook book, DeletionBook deletions, ChannelsInReach reach, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.acknowledge-delivery");

    /// <returns>False where there is no such delivery for this person.</returns>
    public async Task<bool> HandleAsync(Person person, long deliveryId, CancellationToken ct)
    {
        if (await store.FindAsync(DeliveryStatements.Load, new { id = deliveryId }, ct) is not { } delivery
            || !await reach.MayAsync(person, PublishingPermissions.Read, delivery.ChannelId, ct))
        {
            return false;
        }

        var act = acts.By(person, Kind);
        await book.ChangeAsync(act, deliveryId, d => d.Acknowledge(person.Id, act.At), ct);
        foreach (var deletion in await store.QueryAsync(DeletionStatements.OfDelivery, new { deliveryId }, ct))
            await deletions.ChangeAsync(act, deletion.Id, d => d.Acknowledge(person.Id, act.At), ct);
        return true;
    }
}
