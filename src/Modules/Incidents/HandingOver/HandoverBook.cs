namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Changes hand-overs: each change with its entry in the incident's timeline and its event, or not at all.</summary>
internal sealed class HandoverBook(Store<IncidentsModule> store, IncidentLog log)
{
    private const int MostTries = 5;

    /// <summary>Loads a hand-over, decides what becomes of it, and makes that durable. Decides anew where somebody else was faster.</summary>
    /// <returns>The hand-over afterwards; null where nothing was to be done.</returns>
    public async Task<HandoverRow?> ChangeAsync(Act act, long id, Func<HandoverRow, Step?> decide, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var session = await store.BeginAsync(act, ct);
            if (await session.FindAsync(HandoverStatements.Load, new { id }, ct) is not { } before || decide(before) is not { } step)
                return null;
            if (await session.ExecuteAsync(HandoverStatements.Save, step.After, ct) == 1)
            {
                if (step.Kind is { } kind && before.IncidentId != 0)
                    await log.AddAsync(session, before.IncidentId, kind, before.Id, step.Detail, ct);
                if (step.Happened is not null)
                    session.Raise(step.Happened);
                await session.CommitAsync(ct);
                return step.After with { Version = before.Version + 1 };
            }

            if (tries == MostTries)
                throw new InvalidOperationException($"Hand-over {id} was changed by others {tries} times in a row.");
        }
    }
}
