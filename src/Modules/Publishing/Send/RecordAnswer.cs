using PoliceSocial.Publishing.Pausing;

namespace PoliceSocial.Publishing.Send;

/// <summary>Writes down what is known after the network was called, with what it answered.</summary>
internal sealed class RecordAnswer(DeliveryBook book, TripBreaker breaker, ActFactory acts)
{
    public static readonly ActKind Kind = new("publishing.record-answer");

    public Task<DeliveryRow?> HandleAsync(long id, Outcome<Published> outcome, CancellationToken ct)
    {
        var act = acts.ByService(Kind);
        var receipt = outcome is Outcome<Published>.Success { Value: { Receipt.IsEmpty: false } post } ? ReceiptRow.Of(id, post, act.At) : null;
        return book.ChangeAsync(
            act, id, (_, d) => Task.FromResult(d.Answered(outcome, receipt?.Sha256, act.At)), ct,
            async (session, after) =>
            {
                if (receipt is not null)
                    await session.ExecuteAsync(ReceiptRow.Insert, receipt, ct);
                if (after.State == DeliveryState.OutcomeUnknown)
                    await breaker.TripAsync(session, after, ct);
            });
    }
}
