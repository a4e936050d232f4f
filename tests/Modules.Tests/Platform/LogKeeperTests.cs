using System.Buffers.Binary;
using Microsoft.Extensions.Logging.Abstractions;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Platform;

/// <summary>SQLite's log is brought into the file while the store is written to and read.</summary>
public sealed class LogKeeperTests : IAsyncLifetime
{
    private const int BlobBytes = 400_000;
    private static readonly Statement Add = Statement.Of("INSERT INTO kept.Piece (Id, Bytes) VALUES (@id, @bytes)");
    private static readonly Statement<long> Count = Statement.Of<long>("SELECT COUNT(*) AS N FROM kept.Piece");
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("policesocial-log-").FullName, "kept.db");
    private SqliteDatabase _database = null!;
    private int _written;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = new("kept", _file, NullLogger.Instance);
        await using var lease = await _database.BeginAsync(first: false, Ct);
        await using var table = lease.Connection.CreateCommand();
        table.CommandText = "CREATE TABLE kept.Piece (Id INTEGER PRIMARY KEY, Bytes BLOB NOT NULL) STRICT";
        await table.ExecuteNonQueryAsync(Ct);
        await lease.CommitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public async Task TheLog_BeginsAnew_WhileWritingGoesOn()
    {
        var begun = Sequence();
        await WriteAsync(45);
        await TestForce.UntilAsync(async () =>
        {
            await WriteAsync(1, 100);
            return Sequence() > begun;
        }, "the log began anew");
        Assert.True(new FileInfo(_file).Length > 40L * BlobBytes, "What was written lies in the file.");
        await using var lease = await _database.ReadAsync(Ct);
        Assert.Equal(_written, await lease.FindAsync(Count, null, Ct));
    }

    [Fact]
    public async Task AReader_KeepsItsView_AndTheRestIsBroughtInLater()
    {
        await using (var reader = await _database.ReadAsync(Ct))
        {
            await BeginAsync(reader);
            Assert.Equal(0, await reader.FindAsync(Count, null, Ct));
            await WriteAsync(60);
            Assert.Equal(0, await reader.FindAsync(Count, null, Ct));
            await EndAsync(reader);
        }

        var begun = Sequence();
        await TestForce.UntilAsync(async () =>
        {
            await WriteAsync(5);
            return Sequence() > begun;
        }, "the log began anew once the reader had ended");
    }

    private static async Task BeginAsync(Lease reader) => await RunAsync(reader, "BEGIN");

    private static async Task EndAsync(Lease reader) => await RunAsync(reader, "COMMIT");

    private static async Task RunAsync(Lease lease, string sql)
    {
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>How often the log has begun anew, as its header counts.</summary>
    private uint Sequence()
    {
        using var log = new FileStream(_file + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[16];
        log.ReadExactly(header);
        return BinaryPrimitives.ReadUInt32BigEndian(header[12..]);
    }

    private async Task WriteAsync(int pieces, int bytes = BlobBytes)
    {
        for (var i = 0; i < pieces; i++)
        {
            await using var lease = await _database.BeginAsync(first: false, Ct);
            await lease.ExecuteAsync(Add, new { id = (long)++_written, bytes = new byte[bytes] }, Ct);
            await lease.CommitAsync(Ct);
        }
    }
}
