using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// A SQLite connection that keeps the commands it has run, prepared: compiling a statement costs several times what running
/// it does, and Dapper makes a new command each time.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection inner) : DbConnection
{
    private const int Keep = 256;
    private readonly Dictionary<string, SqliteCommand> _idle = [];

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => throw new InvalidOperationException("The connection is open already.");
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public void Run(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Ends a transaction that is not to be kept; SQLite may have ended it itself after an error.</summary>
    public void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(inner.Handle) == 0)
            Run("ROLLBACK");
    }

    public override void Open() => inner.Open();

    public override void Close() => inner.Close();

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    internal SqliteCommand Take(string sql)
    {
        if (_idle.Remove(sql, out var command))
        {
            command.Parameters.Clear();
            return command;
        }

        command = inner.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    internal void Return(SqliteCommand command)
    {
        if (_idle.Count >= Keep || !_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("A session begins and ends its transaction itself.");

    protected override void Dispose(bool disposing)
    {
        foreach (var command in _idle.Values)
            command.Dispose();
        _idle.Clear();
        inner.Dispose();
        base.Dispose(disposing);
    }
}
