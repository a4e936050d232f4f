using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// SQLite: the module's schema is a file of its own, attached under the schema's name to an empty in-memory database, so that
/// a statement says <c>inbox.Conversation</c> on both databases and cannot see another module's tables. One writer, many
/// readers; connections stay open and keep their prepared statements.
/// </summary>
/// <param name="schema">The schema's name.</param>
/// <param name="file">The path of its file.</param>
internal sealed class SqliteDatabase(string schema, string file) : Database
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A page of an index that every other commit changes is brought into the file once for many of them, not for each.
    private const int PagesBeforeCheckpoint = 4_000;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<PreparedConnection> _readers = [];
    private PreparedConnection? _writer;
    private volatile bool _disposed;

    public override Dialect Dialect => Dialect.Sqlite;

    public override async ValueTask<Lease> BeginAsync(CancellationToken ct)
    {
        if (!await _writing.WaitAsync(Patience, ct))
            throw new TimeoutException($"Another change in {schema} held the store for over {Patience.TotalSeconds} seconds.");
        try
        {
            _writer ??= Open(readOnly: false);
            _writer.Run("BEGIN IMMEDIATE");
            return new Writing(this, _writer);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    public override ValueTask<Lease> ReadAsync(CancellationToken ct)
    {
        if (!_readers.TryTake(out var connection))
            connection = Open(readOnly: true);
        return new(new Reading(this, connection));
    }

    /// <summary>
    /// A deleted row's bytes stay in free space of its page, and pages in the list of free ones: the file is written anew without them, and
    /// the log that held both is emptied.
    /// </summary>
    public override async Task LeaveNoTraceAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            await using var connection = Open(readOnly: false);

            // The copy goes through a temporary file: in memory it would need as much as the database has.
            Run(connection.Inner, "PRAGMA temp_store = FILE");
            Run(connection.Inner, $"VACUUM {schema}");
            using var command = connection.Inner.CreateCommand();
            command.CommandText = $"PRAGMA {schema}.wal_checkpoint(TRUNCATE)";
            await using var answer = await command.ExecuteReaderAsync(ct);
            if (!await answer.ReadAsync(ct) || answer.GetInt64(0) != 0)
                throw new IOException($"The log of {schema} could not be emptied, since somebody reads from it: what was erased may still stand in it.");
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _writing.WaitAsync(Patience);
        if (_writer is not null)
            await _writer.DisposeAsync();
        while (_readers.TryTake(out var reader))
            await reader.DisposeAsync();
    }

    private PreparedConnection Open(bool readOnly)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA temp_store = MEMORY");
        using (var attach = connection.CreateCommand())
        {
            attach.CommandText = $"ATTACH DATABASE $file AS {schema}";
            attach.Parameters.AddWithValue("$file", file);
            attach.ExecuteNonQuery();
        }

        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)Patience.TotalMilliseconds}"));
        Run(connection, $"PRAGMA {schema}.journal_mode = WAL");
        Run(connection, $"PRAGMA {schema}.synchronous = FULL");
        Run(connection, $"PRAGMA {schema}.cache_size = {(readOnly ? -8_000 : -64_000)}");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {PagesBeforeCheckpoint}"));
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA {schema}.mmap_size = {(readOnly ? 0 : 268435456)}"));
        Run(connection, "PRAGMA foreign_keys = ON");
        Run(connection, $"PRAGMA query_only = {(readOnly ? "ON" : "OFF")}");
        return new(connection);
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
                owner._writing.Release();
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
