using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// SQL Server: one database for all modules, connections pooled by the driver. Writers run under snapshot isolation's row
/// versions (READ_COMMITTED_SNAPSHOT is on), so that readers never wait for them.
/// </summary>
internal sealed class SqlServerDatabase(string connectionString) : Database
{
    public override Dialect Dialect => Dialect.SqlServer;

    public override async ValueTask<Lease> BeginAsync(bool first, CancellationToken ct)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        return new SqlServerLease(connection, transaction);
    }

    public override async ValueTask<Lease> ReadAsync(CancellationToken ct)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        return new SqlServerLease(connection, null);
    }

    /// <summary>What a page held before is the server's own affair: its administrator runs sp_clean_db_free_space (docs/sql-server.md).</summary>
    public override Task LeaveNoTraceAsync(CancellationToken ct) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class SqlServerLease(DbConnection connection, DbTransaction? transaction) : Lease
    {
        public override DbConnection Connection => connection;

        public override DbTransaction? Transaction => transaction;

        public override Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct) =>
            Rows.QueryAsync(connection, transaction, statement, args, ct);

        public override Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
            where TRow : default => Rows.FindAsync(connection, transaction, statement, args, ct);

        public override Task<int> ExecuteAsync(Statement statement, object? args, CancellationToken ct) =>
            Rows.ExecuteAsync(connection, transaction, statement, args, ct);

        public override async ValueTask CommitAsync(CancellationToken ct)
        {
            if (Transaction is not null)
                await Transaction.CommitAsync(ct);
        }

        public override async ValueTask DisposeAsync()
        {
            if (Transaction is not null)
                await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
