using System.Data.Common;

namespace PoliceSocial.Platform.Data;

/// <summary>The connections to one module's schema.</summary>
internal abstract class Database : IAsyncDisposable
{
    public abstract Dialect Dialect { get; }

    /// <summary>Opens a connection with a write transaction begun.</summary>
    /// <param name="first">Where writers wait for one another: it goes before those who are not, since somebody waits at a screen.</param>
    /// <param name="ct">Cancels.</param>
    public abstract ValueTask<Lease> BeginAsync(bool first, CancellationToken ct);

    /// <summary>Opens a connection for reading.</summary>
    public abstract ValueTask<Lease> ReadAsync(CancellationToken ct);

    /// <summary>Rewrites the files, so that nothing that was erased can be read from them.</summary>
    public abstract Task LeaveNoTraceAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection on loan, with its transaction where it is for writing. Disposal without commit rolls back.</summary>
internal abstract class Lease : IAsyncDisposable
{
    /// <summary>The connection itself, for scripts.</summary>
    public abstract DbConnection Connection { get; }

    public virtual DbTransaction? Transaction => null;

    public abstract Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct);

    public abstract Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct);

    public abstract Task<int> ExecuteAsync(Statement statement, object? args, CancellationToken ct);

    public abstract ValueTask CommitAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
