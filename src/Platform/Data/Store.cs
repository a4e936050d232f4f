using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Platform.Data;

/// <summary>A module's own schema: its rows to read, and sessions to change them in.</summary>
/// <typeparam name="TModule">The module.</typeparam>
public sealed class Store<TModule> : IRead
    where TModule : IModule
{
    private readonly Schema _schema;

    internal Store(Schema schema) => _schema = schema;

    /// <summary>The database's dialect, for the few who must choose.</summary>
    public Dialect Dialect => _schema.Dialect;

    /// <summary>Moves with every change that this process commits here: what was read under another edition may be out of date.</summary>
    public long Edition => _schema.Edition;

    /// <summary>
    /// Begins a change on behalf of an act. It must raise an event before it commits. Sessions of one schema may wait for one
    /// another: never call a network or another module inside one.
    /// </summary>
    public Task<Session> BeginAsync(Act act, CancellationToken ct) => _schema.BeginAsync(act, ct);

    /// <summary>
    /// Begins a change that leaves no event, since nobody did anything: a position, a counter, a cache.
    /// </summary>
    /// <param name="because">Why it needs no record; for the reader of the code.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Session> BeginBookkeepingAsync(string because, CancellationToken ct) => _schema.BeginBookkeepingAsync(because, ct);

    /// <summary>
    /// Rewrites the schema's files, so that nothing that was erased before can be read from them. It takes as long as copying them, and
    /// changes wait meanwhile. On SQL Server pages are the server's own affair: docs/sql-server.md says what its administrator does.
    /// </summary>
    public Task LeaveNoTraceAsync(CancellationToken ct) => _schema.LeaveNoTraceAsync(ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct) =>
        _schema.QueryAsync(statement, args, ct);

    /// <inheritdoc/>
    public Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct) =>
        _schema.FindAsync(statement, args, ct);
}
