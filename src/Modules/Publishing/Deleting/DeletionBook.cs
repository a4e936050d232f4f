namespace PoliceSocial.Publishing.Deleting;

/// <summary>Changes deletions: each change with its entry in the delivery's history and its event, or not at all.</summary>
internal sealed class DeletionBook(Store<PublishingModule> store, DeliveryBook book)
{
    private const int MostTries = 5;

    /// <summary>Loads a deletion, decides what becomes of it, and makes that durable. Decides anew where somebody else was faster.</summary>
    /// <returns>The deletion afterwards; null where nothing was to be done.</returns>
    public async Task<DeletionRow?> ChangeAsync(Act act, long id, Func<DeletionRow, DeletionMove?> decide, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var session = await store.BeginAsync(act, ct);
            if (await session.FindAsync(DeletionStatements.Load, new { id }, ct) is not { } before || decide(before) is not { } move)
                return null;
            if (await session.ExecuteAsync(DeletionStatements.Save, move.After, ct) == 1)
            {
                await book.AddStepAsync(session, before.DeliveryId, move.Kind, move.Detail, ct);
                session.Raise(move.Happened);
                await session.CommitAsync(ct);
                return move.After;
            }

            if (tries == MostTries)
                throw new InvalidOperationException($"Deletion {id} was changed by others {tries} times in a row.");
        }
    }

    /// <summary>Keeps why a deletion waits, or when it is looked for next: nobody did anything, so nothing is told.</summary>
    public async Task NoteAsync(DeletionRow after, CancellationToken ct)
    {
        await using var session = await store.BeginBookkeepingAsync("why a deletion waits, and when it is looked for next", ct);
        await session.ExecuteAsync(DeletionStatements.Save, after, ct);
        await session.CommitAsync(ct);
    }
}
