using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// SQLite: the module's schema is a file of its own, attached under the schema's name to an empty in-memory database, so that
/// a statement says <c>inbox.Conversation</c> on both databases and cannot see another module's tables. One writer, many
/// readers; connections stay open and keep their prepared statements.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The keeper of the log begins at a tenth of it. Where it cannot keep up, a commit brings the log into the file itself.
    private const int MostPagesInLog = 40_000;
    private readonly string _schema;
    private readonly string _file;
    private readonly WriterGate _gate = new();
    private readonly LogKeeper _keeper;
    private readonly ConcurrentBag<PreparedConnection> _readers = [];
    private PreparedConnection? _writer;
    private volatile bool _disposed;

    /// <param name="schema">The schema's name.</param>
    /// <param name="file">The path of its file.</param>
    /// <param name="log">Told of what the keeper of the log could not do.</param>
    public SqliteDatabase(string schema, string file, ILogger log)
    {
        (_schema, _file) = (schema, file);
        _keeper = new(schema, () => Open(readOnly: false), _gate, Patience, log);
    }

    public override Dialect Dialect => Dialect.Sqlite;

    public override async ValueTask<Lease> BeginAsync(bool first, CancellationToken ct)
    {
        await EnterAsync(first, ct);
        try
        {
            _writer ??= new(Open(readOnly: false));
            _writer.Run("BEGIN IMMEDIATE");
            return new Writing(this, _writer);
        }
        catch
        {
            _gate.Leave();
            throw;
        }
    }

    public override ValueTask<Lease> ReadAsync(CancellationToken ct)
    {
        if (!_readers.TryTake(out var connection))
            connection = new(Open(readOnly: true));
        return new(new Reading(this, connection));
    }

    /// <summary>
    /// A deleted row's bytes stay in free space of its page, and pages in the list of free ones: the file is written anew without them, and
    /// the log that held both is emptied.
    /// </summary>
    public override async Task LeaveNoTraceAsync(CancellationToken ct)
    {
        await EnterAsync(first: false, ct);
        try
        {
            await using var connection = Open(readOnly: false);

            // The copy goes through a temporary file: in memory it would need as much as the database has.
            Run(connection, "PRAGMA temp_store = FILE");
            Run(connection, $"VACUUM {_schema}");
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {_schema}.wal_checkpoint(TRUNCATE)";
            await using var answer = await command.ExecuteReaderAsync(ct);
            if (!await answer.ReadAsync(ct) || answer.GetInt64(0) != 0)
                throw new IOException($"The log of {_schema} could not be emptied, since somebody reads from it: what was erased may still stand in it.");
        }
        finally
        {
            _gate.Leave();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _keeper.DisposeAsync();
        await EnterAsync(first: true, CancellationToken.None);
        if (_writer is not null)
            await _writer.DisposeAsync();
        while (_readers.TryTake(out var reader))
            await reader.DisposeAsync();
    }

    private async ValueTask EnterAsync(bool first, CancellationToken ct)
    {
        try
        {
            await _gate.EnterAsync(first, Patience, ct);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"Another change in {_schema} held the store for over {Patience.TotalSeconds} seconds.", e);
        }
    }

    private SqliteConnection Open(bool readOnly)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA temp_store = MEMORY");
        using (var attach = connection.CreateCommand())
        {
            attach.CommandText = $"ATTACH DATABASE $file AS {_schema}";
            attach.Parameters.AddWithValue("$file", _file);
            attach.ExecuteNonQuery();
        }

        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)Patience.TotalMilliseconds}"));
        Run(connection, $"PRAGMA {_schema}.journal_mode = WAL");
        Run(connection, $"PRAGMA {_schema}.synchronous = FULL");
        Run(connection, $"PRAGMA {_schema}.cache_size = {(readOnly ? -8_000 : -64_000)}");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {MostPagesInLog}"));
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA {_schema}.mmap_size = {(readOnly ? 0 : 268435456)}"));
        Run(connection, "PRAGMA foreign_keys = ON");
        Run(connection, $"PRAGMA query_only = {(readOnly ? "ON" : "OFF")}");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private abstract class SqliteLease(PreparedConnection connection) : Lease
    {
        protected PreparedConnection Prepared { get; } = connection;

        public override DbConnection Connection => Prepared.Inner;

        public override Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            return Task.FromResult<IReadOnlyList<TRow>>(Prepared.Query(statement, args));
        }

        public override Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
            where TRow : default
        {
            ct.ThrowIfCancellationRequested();
            return Task.FromResult(Prepared.Query(statement, args, most: 2).SingleOrDefault());
        }

        public override Task<int> ExecuteAsync(Statement statement, object? args, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            return Task.FromResult(Prepared.Execute(statement, args));
        }
    }

    private sealed class Writing(SqliteDatabase owner, PreparedConnection connection) : SqliteLease(connection)
    {
        private bool _ended;
        private bool _returned;

        public override ValueTask CommitAsync(CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            Prepared.Run("COMMIT");
            _ended = true;
            owner._keeper.Wrote(Prepared.PagesWritten());
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            // The next writer may have it already.
            if (_returned)
                return ValueTask.CompletedTask;
            _returned = true;
            try
            {
                if (!_ended)
                    Prepared.RollBack();
            }
            finally
            {
                owner._gate.Leave();
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class Reading(SqliteDatabase owner, PreparedConnection connection) : SqliteLease(connection)
    {
        private bool _returned;

        public override async ValueTask CommitAsync(CancellationToken ct) => await Task.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            if (_returned)
                return ValueTask.CompletedTask;
            _returned = true;
            if (owner._disposed)
                return Prepared.DisposeAsync();
            owner._readers.Add(Prepared);
            return ValueTask.CompletedTask;
        }
    }
}
