namespace PoliceSocial.Publishing.Model;

/// <summary>Changes deliveries: each change with its entry in the history and its event, or not at all.</summary>
internal sealed class DeliveryBook(Store<PublishingModule> store, Ids ids)
{
    private const int MostTries = 5;

    /// <summary>Loads a delivery, decides what becomes of it, and makes that durable. Decides anew where somebody else was faster.</summary>
    /// <returns>The delivery afterwards; null where nothing was to be done.</returns>
    public async Task<DeliveryRow?> ChangeAsync(
        Act act, long id, Func<Session, DeliveryRow, Task<Move?>> decide, CancellationToken ct, Func<Session, DeliveryRow, Task>? also = null)
    {
        for (var tries = 1; ; tries++)
        {
            await using var session = await store.BeginAsync(act, ct);
            if (await session.FindAsync(DeliveryStatements.Load, new { id }, ct) is not { } before || await decide(session, before) is not { } move)
                return null;
            if (await session.ExecuteAsync(DeliveryStatements.Save, move.After, ct) == 1)
            {
                await AddStepAsync(session, id, move.Kind, move.Detail, ct);
                if (also is not null)
                    await also(session, move.After);
                session.Raise(move.Happened);
                await session.CommitAsync(ct);
                return move.After;
            }

            if (tries == MostTries)
                throw new InvalidOperationException($"Delivery {id} was changed by others {tries} times in a row.");
        }
    }

    /// <inheritdoc cref="ChangeAsync(Act, long, Func{Session, DeliveryRow, Task{Move}}, CancellationToken, Func{Session, DeliveryRow, Task})"/>
    public Task<DeliveryRow?> ChangeAsync(Act act, long id, Func<DeliveryRow, Move?> decide, CancellationToken ct) =>
        ChangeAsync(act, id, (_, d) => Task.FromResult(decide(d)), ct);

    /// <summary>Keeps why a delivery waits, or when it is looked for next: nobody did anything, so nothing is told.</summary>
    public async Task NoteAsync(DeliveryRow before, DeliveryRow after, StepKind kind, DateTimeOffset at, CancellationToken ct)
    {
        await using var session = await store.BeginBookkeepingAsync("why a delivery waits, and what looking for it showed", ct);
        if (await session.ExecuteAsync(DeliveryStatements.Save, after, ct) != 1)
            return;

        // Said once: a channel that is down for a day would fill the history with the same sentence.
        if (before.Why != after.Why)
            await session.ExecuteAsync(StepRow.Insert, StepRow.Of(ids.New(), after.Id, kind, Actor.Service, at, after.Why), ct);
        await session.CommitAsync(ct);
    }

    public Task AddStepAsync(Session session, long deliveryId, StepKind kind, string? detail, CancellationToken ct) => session.ExecuteAsync(
        StepRow.Insert, StepRow.Of(ids.New(), deliveryId, kind, session.Act.Actor, session.Act.At, detail), ct);
}
