namespace PoliceSocial.Publishing.Send;

/// <summary>Ends a delivery that cannot be sent, without calling the network.</summary>
internal sealed class DropDelivery(DeliveryBook book, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.drop-delivery");

    public Task HandleAsync(long id, string why, CancellationToken ct)
    {
        var act = acts.ByService(Kind);
        return book.ChangeAsync(act, id, d => d.Drop(StepKind.Refused, why, act.At), ct);
    }
}
