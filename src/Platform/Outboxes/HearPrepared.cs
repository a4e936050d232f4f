using PoliceSocial.Contracts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>Does one event's part of what follows, in a session of the hearing module and under the act of that event.</summary>
public delegate Task Following(Session session, CancellationToken ct);

/// <summary>
/// Hears an event in batches, where working out what follows takes longer than a session may last: it is worked out first, outside any
/// session, and only then done. Told at least once, like everybody: it may hear an event again after a failure or a kill.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IHearMany<in TEvent>
    where TEvent : IEvent
{
    /// <summary>Works out what follows from each event, in their order; null where nothing does.</summary>
    Task<IReadOnlyList<Following?>> PrepareAsync(IReadOnlyList<TEvent> happened, CancellationToken ct);
}

/// <summary>The registration of one who hears in batches; it keeps a position of its own, under its own name.</summary>
internal sealed record EarForMany(string Listener, string Publisher, string Position, Func<HearBatch> Batch);

/// <summary>Tells one handler an event in batches, prepared before the session begins. A batch from which nothing follows needs none.</summary>
internal sealed class HearPrepared<TEvent>(Func<IHearMany<TEvent>> handler) : HearBatch
    where TEvent : IEvent
{
    private static readonly string[] Types = [EventTypes.NameOf(typeof(TEvent))];
    private IReadOnlyList<Following?> _following = [];

    public override bool MayPark => true;

    /// <summary>Twenty batches a second: soon enough for an alarm, and reading costs a batch, not a message.</summary>
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(50);

    public override bool Hears(IReadOnlyList<IEvent> events) => events.Any(e => e is TEvent);

    public override async Task<(IReadOnlyList<OutboxRow> Rows, long Until)> ReadAsync(
        Schema publisher, OutboxStatements statements, long after, int take, CancellationToken ct)
    {
        var until = await publisher.FindAsync(statements.End, null, ct) ?? after;
        if (until <= after)
            return ([], after);
        var rows = await publisher.QueryAsync(statements.ReadTypes, new { after, until, types = Types, take }, ct);
        return (rows, rows.Count == take ? rows[^1].Position : until);
    }

    public override async Task<bool> PrepareAsync(IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        _following = await handler().PrepareAsync([.. rows.Select(r => (TEvent)EventTypes.FromRow(r))], ct);
        return _following.Any(f => f is not null);
    }

    public override Task<Session> BeginAsync(Schema listener, IReadOnlyList<OutboxRow> rows, CancellationToken ct) =>
        listener.BeginAsync(EventTypes.ActOf(rows[0]), ct);

    public override async Task HearAsync(IReadOnlyList<OutboxRow> rows, Session session, CancellationToken ct)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (_following[i] is not { } following)
                continue;
            await session.ContinueAsAsync(EventTypes.ActOf(rows[i]), ct);
            await following(session, ct);
        }
    }
}
