using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// Brings what SQLite's log has gathered into the file, on a connection and a thread of its own: a commit that did it would hold up
/// everybody who waits to write, for as long as the disk takes. Only its last, short step waits for a turn at the gate: since nothing
/// is written meanwhile, the log is brought in whole, and the next writer begins it anew. The keeper itself must not: for a writer
/// that finds the log begun anew by another connection, all pages that it keeps in memory are out of date.
/// </summary>
internal sealed class LogKeeper(string schema, Func<SqliteConnection> open, WriterGate gate, TimeSpan patience, ILogger log) : IAsyncDisposable
{
    /// <summary>A page of an index that every other commit changes is brought into the file once for many of them, not for each.</summary>
    private const int Enough = 4_000;

    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private Task _work = Task.CompletedTask;
    private int _pages;
    private bool _ended;

    /// <summary>Says that a commit brought so many pages into the log.</summary>
    public void Wrote(int pages)
    {
        lock (_lock)
        {
            _pages += pages;
            if (_pages < Enough || !_work.IsCompleted || _ended)
                return;
            _pages = 0;
            _work = KeepAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _ended = true;
        await _work;
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private async Task KeepAsync()
    {
        try
        {
            // A thread of its own: it mostly waits for the disk.
            await Task.Factory.StartNew(Checkpoint, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await gate.EnterAsync(first: false, patience, CancellationToken.None);
            try
            {
                Checkpoint();
            }
            finally
            {
                gate.Leave();
            }
        }
        catch (Exception e) when (e is SqliteException or TimeoutException)
        {
            log.LogWarning(e, "The log of {Schema} could not be brought into its file; nothing is lost, it is tried again after more was written.", schema);
        }
    }

    private void Checkpoint()
    {
        _connection ??= open();
        var code = raw.sqlite3_wal_checkpoint_v2(_connection.Handle, schema, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

        // Busy: a commit has begun to do it, the log having become too long.
        if (code != raw.SQLITE_BUSY)
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
    }
}
