using Microsoft.Data.Sqlite;

namespace PoliceSocial.Host.Tests;

/// <summary>Reads what a module said and stored, from the files of a running host.</summary>
internal sealed class StoreFile : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private StoreFile(SqliteConnection connection) => _connection = connection;

    public static async Task<StoreFile> OpenAsync(RunningHost host, string schema, CancellationToken ct)
    {
        var file = Path.Combine(host.Data, "store", $"{schema}.db");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return new(connection);
    }

    /// <summary>The facts of all events of a type.</summary>
    public Task<IReadOnlyList<string>> FactsAsync(string type, CancellationToken ct) =>
        TextsAsync("SELECT Facts FROM Outbox WHERE Type = $type ORDER BY Position", ct, ("$type", type));

    /// <summary>One column of text.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string sql, CancellationToken ct, params (string Name, string Value)[] values)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            texts.Add(reader.GetString(0));
        return texts;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
