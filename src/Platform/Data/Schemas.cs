using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Platform.Data;

/// <summary>The schemas of all modules of this host.</summary>
internal sealed class Schemas : IAsyncDisposable
{
    private readonly Dictionary<string, Schema> _schemas;
    private readonly ILogger<Schemas> _log;

    public Schemas(ModuleList modules, IOptions<DatabaseOptions> options, EventTypes events, Commits commits, ILogger<Schemas> log)
    {
        _log = log;
        Options = options.Value;
        if (Options.Provider == Dialect.SqlServer && string.IsNullOrWhiteSpace(Options.ConnectionString))
            throw new InvalidOperationException("Database:Provider is SqlServer, but Database:ConnectionString is empty: set it, or remove the provider to use SQLite.");
        _schemas = modules.Schemas.ToDictionary(name => name, name => new Schema(name, Open(name), events, commits), StringComparer.Ordinal);
    }

    public DatabaseOptions Options { get; }

    public IEnumerable<Schema> All => _schemas.Values;

    public Schema Of(string name) => _schemas[name];

    public bool Has(string name) => _schemas.ContainsKey(name);

    public async ValueTask DisposeAsync()
    {
        foreach (var schema in _schemas.Values)
            await schema.DisposeAsync();
    }

    private Database Open(string name)
    {
        if (Options.Provider == Dialect.SqlServer)
            return new SqlServerDatabase(Options.ConnectionString);
        Directory.CreateDirectory(Options.Folder);
        return new SqliteDatabase(name, Path.Combine(Options.Folder, name + ".db"), _log);
    }
}
