using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests;

/// <summary>A database for one test: a copy of a migrated SQLite template, or a database of its own on the SQL Server.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static string? _template;
    private static int _next;
    private readonly string? _server;
    private readonly string _name;

    private TestDatabase(Dialect dialect, string folder, string? server, string name)
    {
        Dialect = dialect;
        Folder = folder;
        _server = server;
        _name = name;
    }

    public Dialect Dialect { get; }

    public string Folder { get; }

    public bool NeedsMigration => Dialect == Dialect.SqlServer;

    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Dialect.ToString(),
        ["Database:ConnectionString"] = _server is null ? "" : new SqlConnectionStringBuilder(_server) { InitialCatalog = _name }.ConnectionString,
        ["data"] = Folder,
    };

    public static async Task<TestDatabase> CreateAsync(Dialect dialect, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("policesocial-").FullName;
        var name = $"policesocial_{Environment.ProcessId}_{Interlocked.Increment(ref _next)}";
        if (dialect == Dialect.Sqlite)
        {
            foreach (var file in Directory.EnumerateFiles(await TemplateAsync(ct)))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            return new(dialect, folder, null, name);
        }

        var server = Environment.GetEnvironmentVariable(DatabasesAttribute.Variable)!;
        await RunAsync(server, $"CREATE DATABASE {name}; ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON;", ct);
        return new(dialect, folder, server, name);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (_server is not null)
            await RunAsync(_server, $"ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name};", default);
    }

    private static async Task<string> TemplateAsync(CancellationToken ct)
    {
        await Once.WaitAsync(ct);
        try
        {
            if (_template is not null)
                return _template;
            var folder = Directory.CreateTempSubdirectory("policesocial-template-").FullName;
            var empty = new TestDatabase(Dialect.Sqlite, folder, null, "template");
            await using (var services = TestForce.Build(empty, TimeProvider.System, null))
                await services.GetRequiredService<Migrator>().MigrateAsync(ct);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            return _template = folder;
        }
        finally
        {
            Once.Release();
        }
    }

    private static async Task RunAsync(string server, string sql, CancellationToken ct)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
