using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Platform.Data;

/// <summary>One module's schema, without its module's type: what the platform itself works with.</summary>
internal sealed class Schema(string name, Database database, EventTypes events, Commits commits) : IRead, IAsyncDisposable
{
    public string Name { get; } = name;

    public Dialect Dialect => database.Dialect;

    public long Edition => commits.EditionOf(Name);

    /// <summary>Begins a change; that of somebody at a screen goes before what the service does by itself.</summary>
    public Task<Session> BeginAsync(Act act, CancellationToken ct) => BeginAsync(act, act.Actor.Kind is ActorKind.Person or ActorKind.Stranger, ct);

    public async Task<Session> BeginAsync(Act act, bool first, CancellationToken ct) =>
        new(this, await database.BeginAsync(first, ct), act, null, events, commits);

    public async Task<Session> BeginBookkeepingAsync(string because, CancellationToken ct) =>
        new(this, await database.BeginAsync(first: false, ct), null, because, events, commits);

    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
    {
        RefuseChange(statement);
        await using var lease = await database.ReadAsync(ct);
        return await lease.QueryAsync(statement, args, ct);
    }

    public async Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
    {
        RefuseChange(statement);
        await using var lease = await database.ReadAsync(ct);
        return await lease.FindAsync(statement, args, ct);
    }

    public ValueTask<Lease> LeaseWriterAsync(CancellationToken ct) => database.BeginAsync(first: false, ct);

    public ValueTask<Lease> LeaseReaderAsync(CancellationToken ct) => database.ReadAsync(ct);

    public Task LeaveNoTraceAsync(CancellationToken ct) => database.LeaveNoTraceAsync(ct);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static void RefuseChange(Statement statement)
    {
        if (statement.Changes)
            throw new InvalidOperationException($"{statement.Name} changes rows: run it in a session, which records it.");
    }
}
