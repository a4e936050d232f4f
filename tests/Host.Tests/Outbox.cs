using Microsoft.Data.Sqlite;

namespace PoliceSocial.Host.Tests;

/// <summary>Reads what a module said, from the store of a running host.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private Outbox(SqliteConnection connection) => _connection = connection;

    public static async Task<Outbox> OpenAsync(RunningHost host, string schema, CancellationToken ct)
    {
        var file = Path.Combine(host.Data, "store", $"{schema}.db");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return new(connection);
    }

    /// <summary>The facts of all events of a type.</summary>
    public async Task<IReadOnlyList<string>> FactsAsync(string type, CancellationToken ct)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT Facts FROM Outbox WHERE Type = $type ORDER BY Position";
        command.Parameters.AddWithValue("$type", type);
        var facts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            facts.Add(reader.GetString(0));
        return facts;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
