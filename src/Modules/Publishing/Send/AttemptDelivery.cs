using PoliceSocial.Publishing.Pausing;

namespace PoliceSocial.Publishing.Send;

/// <summary>
/// Writes down, durably, that the network is about to be called for a delivery. Whoever gets it back may call, once; whatever
/// happens to the service from here on, nobody else will.
/// </summary>
internal sealed class AttemptDelivery(DeliveryBook book, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.attempt-delivery");

    /// <returns>The delivery to call the network for; null where it may not be called now.</returns>
    public Task<DeliveryRow?> ClaimAsync(long id, CancellationToken ct)
    {
        var act = acts.ByService(Kind);
        return book.ChangeAsync(act, id, async (session, d) => await PauseRow.HoldsAsync(session, d.ChannelId, ct) ? null : d.Attempt(act.At), ct);
    }
}
