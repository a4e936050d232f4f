using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bench.Ingest;

/// <summary>
/// The limit: the same rows by prepared statements on one connection. A message with its raw bytes and two indexes, full-text
/// search, and a row of audit that is chained by hash; <c>synchronous=FULL</c>.
/// </summary>
internal sealed class BareStore : IDisposable
{
    private const string Schema =
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000; PRAGMA mmap_size = 268435456;
        PRAGMA wal_autocheckpoint = 4000;
        CREATE TABLE Message (Id INTEGER PRIMARY KEY, NetworkId TEXT NOT NULL, Author TEXT NOT NULL, Handle TEXT NOT NULL, Thread TEXT NOT NULL,
            Kind INTEGER NOT NULL, NetworkTime INTEGER NOT NULL, ReceivedAt INTEGER NOT NULL, Text TEXT NOT NULL, Raw BLOB NOT NULL, RawSha256 BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX UX_NetworkId ON Message (NetworkId);
        CREATE INDEX IX_Thread ON Message (Thread, Id);
        CREATE VIRTUAL TABLE MessageText USING fts5 (Text, content = 'Message', content_rowid = 'Id', tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE Audit (Number INTEGER PRIMARY KEY, At INTEGER NOT NULL, Actor INTEGER NOT NULL, Act TEXT NOT NULL, Subject INTEGER NOT NULL,
            Facts TEXT NOT NULL, Hash BLOB NOT NULL) STRICT;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _message;
    private readonly SqliteCommand _text;
    private readonly SqliteCommand _audit;
    private byte[] _last = new byte[SHA256.HashSizeInBytes];
    private long _number;

    public BareStore(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using (var schema = Command(Schema))
            schema.ExecuteNonQuery();
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _message = Command(
            "INSERT INTO Message VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", 11);
        _text = Command("INSERT INTO MessageText (rowid, Text) VALUES ($1, $2)", 2);
        _audit = Command("INSERT INTO Audit VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
    }

    /// <summary>Stores items in one transaction.</summary>
    public void Insert(ReadOnlySpan<CollectedItem> items)
    {
        _begin.ExecuteNonQuery();
        foreach (var item in items)
            Insert(item);
        _commit.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _message, _text, _audit })
            command.Dispose();
        _connection.Dispose();
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private void Insert(CollectedItem item)
    {
        var id = ++_number;
        var at = item.NetworkTime.ToUnixTimeMilliseconds();
        var raw = item.Raw.ToArray();
        var hash = SHA256.HashData(raw);
        Run(_message, id, item.NetworkId, item.Author.NetworkId, item.Author.Handle, item.ThreadId, (int)item.Kind, at, at, item.Text, raw, hash);
        Run(_text, id, item.Text);
        var facts = $$"""{"item":{{id}},"at":{{at}},"change":"Created","sha256":"{{Convert.ToBase64String(hash)}}"}""";
        _last = SHA256.HashData([.. _last, .. Encoding.UTF8.GetBytes(facts)]);
        Run(_audit, id, at, 0L, "capture", id, facts, _last);
    }

    private SqliteCommand Command(string sql, int parameters = 0)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }
}
