using PoliceSocial.Contracts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>How a line reads its publisher and tells its listener.</summary>
internal abstract class HearBatch
{
    /// <summary>May an event that fails again and again be put aside? Not by the ledger.</summary>
    public abstract bool MayPark { get; }

    /// <summary>The time from one batch to the next while batches are not full.</summary>
    public virtual TimeSpan Pace => TimeSpan.Zero;

    /// <summary>Is any of these events for it?</summary>
    public abstract bool Hears(IReadOnlyList<IEvent> events);

    /// <summary>The next events, and how far the outbox is covered by them.</summary>
    public abstract Task<(IReadOnlyList<OutboxRow> Rows, long Until)> ReadAsync(
        Schema publisher, OutboxStatements statements, long after, int take, CancellationToken ct);

    /// <summary>Works out what follows from a batch before a session begins; false where nothing does and none is needed.</summary>
    public virtual Task<bool> PrepareAsync(IReadOnlyList<OutboxRow> rows, CancellationToken ct) => Task.FromResult(true);

    public abstract Task<Session> BeginAsync(Schema listener, IReadOnlyList<OutboxRow> rows, CancellationToken ct);

    public abstract Task HearAsync(IReadOnlyList<OutboxRow> rows, Session session, CancellationToken ct);
}

/// <summary>Tells a module's handlers the types of event they hear.</summary>
internal sealed class HearTyped(IReadOnlyList<Ear> ears) : HearBatch
{
    private readonly ILookup<string, Ear> _ears = ears.ToLookup(e => e.Type, StringComparer.Ordinal);
    private readonly string[] _types = [.. ears.Select(e => e.Type).Distinct(StringComparer.Ordinal)];

    public override bool MayPark => true;

    public override bool Hears(IReadOnlyList<IEvent> events) => events.Any(e => _ears.Contains(EventTypes.NameOf(e)));

    public override async Task<(IReadOnlyList<OutboxRow> Rows, long Until)> ReadAsync(
        Schema publisher, OutboxStatements statements, long after, int take, CancellationToken ct)
    {
        var until = await publisher.FindAsync(statements.End, null, ct) ?? after;
        if (until <= after)
            return ([], after);
        var rows = await publisher.QueryAsync(statements.ReadTypes, new { after, until, types = _types, take }, ct);
        return (rows, rows.Count == take ? rows[^1].Position : until);
    }

    public override Task<Session> BeginAsync(Schema listener, IReadOnlyList<OutboxRow> rows, CancellationToken ct) =>
        listener.BeginAsync(EventTypes.ActOf(rows[0]), first: false, ct);

    public override async Task HearAsync(IReadOnlyList<OutboxRow> rows, Session session, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            await session.ContinueAsAsync(EventTypes.ActOf(row), ct);
            var happened = EventTypes.FromRow(row);
            foreach (var ear in _ears[row.Type])
                await ear.HearAsync(happened, session, ct);
        }
    }
}

/// <summary>Tells one handler everything, as rows.</summary>
internal sealed class HearEverything(string publisher, IHearAll handler) : HearBatch
{
    public override bool MayPark => false;

    /// <summary>Ten batches a second: a tree, a flush and a turn for each event by itself cost more than the act they record.</summary>
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(100);

    public override bool Hears(IReadOnlyList<IEvent> events) => true;

    public override async Task<(IReadOnlyList<OutboxRow> Rows, long Until)> ReadAsync(
        Schema publisher, OutboxStatements statements, long after, int take, CancellationToken ct)
    {
        var rows = await publisher.QueryAsync(statements.Read, new { after, take }, ct);
        return (rows, rows.Count > 0 ? rows[^1].Position : after);
    }

    public override Task<Session> BeginAsync(Schema listener, IReadOnlyList<OutboxRow> rows, CancellationToken ct) =>
        listener.BeginBookkeepingAsync("the events carry their own acts", ct);

    public override Task HearAsync(IReadOnlyList<OutboxRow> rows, Session session, CancellationToken ct) =>
        handler.HearAsync(publisher, rows, session, ct);
}
