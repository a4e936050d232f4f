using PoliceSocial.Contracts;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// A change of one module's rows, all or nothing, together with the events that tell of it. One that changed rows and raised
/// nothing refuses to commit. Disposal without commit undoes everything.
/// </summary>
public sealed class Session : IRead, IAsyncDisposable
{
    private readonly Schema _schema;
    private readonly Lease _lease;
    private readonly string? _unrecorded;
    private readonly EventTypes _events;
    private readonly Commits _commits;
    private readonly List<IEvent> _raised = [];
    private bool _changed;
    private bool _ended;
    private int _stored;

    internal Session(Schema schema, Lease lease, Act? act, string? unrecorded, EventTypes events, Commits commits)
    {
        _schema = schema;
        _lease = lease;
        _unrecorded = unrecorded;
        _events = events;
        _commits = commits;
        ActOrNone = act;
    }

    /// <summary>On whose behalf, and what for.</summary>
    /// <exception cref="InvalidOperationException">It is a session for bookkeeping.</exception>
    public Act Act => ActOrNone ?? throw new InvalidOperationException("Bookkeeping has no act.");

    /// <summary>The database's dialect, for the few who must choose.</summary>
    public Dialect Dialect => _schema.Dialect;

    internal Act? ActOrNone { get; private set; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
    {
        RefuseEnded();
        var rows = await _lease.QueryAsync(statement, args, ct);
        _changed |= statement.Changes && rows.Count > 0;
        return rows;
    }

    /// <inheritdoc/>
    public async Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
    {
        RefuseEnded();
        var row = await _lease.FindAsync(statement, args, ct);
        _changed |= statement.Changes && row is not null;
        return row;
    }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    /// <param name="statement">What to run.</param>
    /// <param name="args">An object whose properties are the parameters, or a sequence of them to run it once for each.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<int> ExecuteAsync(Statement statement, object? args, CancellationToken ct)
    {
        RefuseEnded();
        var rows = await _lease.ExecuteAsync(statement, args, ct);
        _changed |= rows > 0;
        return rows;
    }

    /// <summary>Says that something happened. It is stored with the change, and heard after the commit.</summary>
    /// <exception cref="InvalidOperationException">It is a session for bookkeeping.</exception>
    public void Raise(IEvent happened)
    {
        RefuseEnded();
        if (ActOrNone is null)
            throw new InvalidOperationException($"Bookkeeping ({_unrecorded}) raises nothing: begin the session with an act.");
        _raised.Add(happened);
    }

    /// <summary>Makes the change and its events durable.</summary>
    /// <exception cref="UnrecordedChangeException">Rows were changed and nothing was raised.</exception>
    public async Task CommitAsync(CancellationToken ct)
    {
        RefuseEnded();
        RefuseUnrecorded();
        await StoreRaisedAsync(ct);
        await _lease.CommitAsync(ct);
        _ended = true;
        _commits.Tell(_schema.Name, _raised);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _ended = true;
        return _lease.DisposeAsync();
    }

    /// <summary>For the pump: from here on the session speaks for another act (that of the event being heard).</summary>
    internal async Task ContinueAsAsync(Act act, CancellationToken ct)
    {
        RefuseUnrecorded();
        await StoreRaisedAsync(ct);
        ActOrNone = act;
        _changed = false;
    }

    /// <summary>Runs a statement whose change needs no record of its own, since nobody did anything: a position, a counter, a cache.</summary>
    public Task<int> BookkeepAsync(Statement statement, object args, CancellationToken ct) =>
        _lease.ExecuteAsync(statement, args, ct);

    /// <summary>After its end the connection is another session's: what is done here would slip in unrecorded.</summary>
    private void RefuseEnded()
    {
        if (_ended)
            throw new InvalidOperationException("The session has ended, committed or undone: begin another one.");
    }

    private void RefuseUnrecorded()
    {
        if (_changed && _unrecorded is null && _raised.Count == _stored)
            throw new UnrecordedChangeException(_schema.Name, Act.Kind);
    }

    private async Task StoreRaisedAsync(CancellationToken ct)
    {
        if (_stored == _raised.Count || ActOrNone is null)
            return;
        var rows = _raised.Skip(_stored).Select(e => _events.ToRow(ActOrNone, e)).ToList();
        await _lease.ExecuteAsync(OutboxStatements.For(_schema.Name).Append, rows, ct);
        _stored = _raised.Count;
    }
}
