using System.Data.Common;

namespace PoliceSocial.Platform.Data;

/// <summary>The connections to one module's schema.</summary>
internal abstract class Database : IAsyncDisposable
{
    public abstract Dialect Dialect { get; }

    /// <summary>Opens a connection with a write transaction begun.</summary>
    public abstract ValueTask<Lease> BeginAsync(CancellationToken ct);

    /// <summary>Opens a connection for reading.</summary>
    public abstract ValueTask<Lease> ReadAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection on loan, with its transaction where it is for writing. Disposal without commit rolls back.</summary>
internal abstract class Lease(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    public DbConnection Connection { get; } = connection;

    public DbTransaction? Transaction { get; } = transaction;

    public abstract ValueTask CommitAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
