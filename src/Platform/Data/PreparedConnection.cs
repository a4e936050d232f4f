using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// A SQLite connection that keeps the statements it has run, compiled, and runs them without a command, a reader and a
/// parameter object each time: those cost several times what most statements do.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection inner) : IAsyncDisposable
{
    private const int Keep = 256;
    private readonly Dictionary<(Statement Statement, int Room), PreparedStatement> _idle = [];
    private readonly Dictionary<string, sqlite3_stmt> _commands = new(StringComparer.Ordinal);

    /// <summary>The connection itself, for scripts.</summary>
    public SqliteConnection Inner { get; } = inner;

    /// <summary>Runs a command without parameters, such as COMMIT.</summary>
    public void Run(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
            _commands[sql] = command = PreparedStatement.Compile(Inner.Handle!, sql);
        var code = raw.sqlite3_step(command);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(code, Inner.Handle);
        raw.sqlite3_reset(command);
    }

    /// <summary>How many pages it has written since it was last asked.</summary>
    public int PagesWritten()
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_status(Inner.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1), Inner.Handle);
        return pages;
    }

    /// <summary>Ends a transaction that is not to be kept; SQLite may have ended it itself after an error.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(Inner.Handle) == 0)
            Run("ROLLBACK");
    }

    /// <summary>All rows of a statement, or the first so many.</summary>
    public List<TRow> Query<TRow>(Statement<TRow> statement, object? args, int most = int.MaxValue)
    {
        var rows = new List<TRow>();
        var prepared = Take(statement, args);
        try
        {
            prepared.Bind(args);
            while (rows.Count < most && prepared.Step())
                rows.Add(RowReader<TRow>.Of(statement, prepared)(prepared));
        }
        finally
        {
            Return(prepared);
        }

        return rows;
    }

    /// <summary>Runs a statement for each of a sequence of arguments, or once; how many rows it changed.</summary>
    public int Execute(Statement statement, object? args)
    {
        if (args is not System.Collections.IEnumerable many)
            return ExecuteOnce(statement, args);
        var changed = 0;
        PreparedStatement? prepared = null;
        try
        {
            foreach (var one in many)
            {
                prepared ??= Take(statement, one);
                changed += prepared.Change(one);
            }
        }
        finally
        {
            if (prepared is not null)
                Return(prepared);
        }

        return changed;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var prepared in _idle.Values)
            prepared.Dispose();
        foreach (var command in _commands.Values)
            command.Dispose();
        _idle.Clear();
        _commands.Clear();
        return Inner.DisposeAsync();
    }

    private int ExecuteOnce(Statement statement, object? args)
    {
        var prepared = Take(statement, args);
        try
        {
            return prepared.Change(args);
        }
        finally
        {
            Return(prepared);
        }
    }

    private PreparedStatement Take(Statement statement, object? args)
    {
        var room = ParameterBinder.RoomFor(statement, args);
        return _idle.Remove((statement, room), out var prepared) ? prepared : new(Inner.Handle!, statement, room);
    }

    private void Return(PreparedStatement prepared)
    {
        prepared.Reset();
        if (_idle.Count >= Keep || !_idle.TryAdd((prepared.Statement, prepared.Room), prepared))
            prepared.Dispose();
    }
}
