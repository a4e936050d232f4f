using Dapper;
using Microsoft.Data.Sqlite;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.House.Tests.Schemas;

/// <summary>A module's schema as SQLite has it after the migrations: alone, so that no other module's tables are in sight.</summary>
internal sealed class SqliteSchema : IDisposable
{
    private static readonly Dictionary<string, Lazy<SchemaShape>> Shapes = TheHouse.Modules.ToDictionary(m => m.Schema, m => new Lazy<SchemaShape>(() =>
    {
        using var schema = Migrated(m.Schema);
        return schema.Shape();
    }));

    private static readonly Dictionary<string, Lazy<HashSet<string>>> Conditions = TheHouse.Modules.ToDictionary(m => m.Schema, m => new Lazy<HashSet<string>>(() =>
    {
        using var schema = Migrated(m.Schema);
        return schema.Connection.Query<string>($"SELECT sql FROM {m.Schema}.sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
            .SelectMany(sql => sql[(sql.IndexOf(" WHERE ", StringComparison.Ordinal) + 7)..].Split(" AND ")).Select(c => c.Trim()).ToHashSet(StringComparer.Ordinal);
    }));

    private readonly string _name;

    private SqliteSchema(string name, SqliteConnection connection)
    {
        _name = name;
        Connection = connection;
    }

    public SqliteConnection Connection { get; }

    public static SchemaShape ShapeOf(string schema) => Shapes[schema].Value;

    /// <summary>The conditions of a schema's partial indexes, each alone.</summary>
    public static IReadOnlySet<string> ConditionsOf(string schema) => Conditions[schema].Value;

    public static SqliteSchema Migrated(string name) =>
        Of(name, [Migrator.Journal(name, Dialect.Sqlite), .. TheHouse.Scripts(Dialect.Sqlite).Where(s => s.Schema == name).Select(s => s.Text)]);

    public static SqliteSchema Of(string name, IEnumerable<string> scripts)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        connection.Execute($"ATTACH DATABASE ':memory:' AS {name}");
        foreach (var script in scripts)
            connection.Execute(script);
        return new(name, connection);
    }

    public SchemaShape Shape() => new([.. Connection.Query<(string Name, string Type, long Strict)>(
            "SELECT name, type, strict FROM pragma_table_list WHERE schema = @name AND name NOT LIKE 'sqlite_%'", new { name = _name })
        .Where(t => t.Type == "table").OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Table(t.Name))]);

    /// <summary>Tables that take any type: STRICT is what finds a wrong one.</summary>
    public IEnumerable<string> Lax() => Connection.Query<string>(
        "SELECT name FROM pragma_table_list WHERE schema = @name AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'", new { name = _name });

    public void Dispose() => Connection.Dispose();

    private TableShape Table(string table)
    {
        var at = new { table, name = _name };
        var columns = Connection.Query<(string Name, string Type, long NotNull, long Key)>(
            "SELECT name, type, \"notnull\", pk FROM pragma_table_info(@table, @name)", at).ToList();
        string[] key = [.. columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name)];
        var indexes = Connection.Query<(string Name, long Unique, string Origin, long Partial)>(
                "SELECT name, \"unique\", origin, partial FROM pragma_index_list(@table, @name)", at)
            .Select(i => (i.Origin, Shape: new IndexShape(i.Name, IndexColumns(i.Name), i.Unique == 1, i.Partial == 1))).ToList();
        var foreign = Connection.Query<(long Id, string Target, string From, string? To)>(
                "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(@table, @name) ORDER BY id, seq", at)
            .GroupBy(f => f.Id).Select(g => $"({string.Join(", ", g.Select(f => f.From))}) to {g.First().Target}").Order(StringComparer.Ordinal);
        return new(
            table, [.. columns.Select(c => new ColumnShape(c.Name, c.Type, c.NotNull == 0 && c.Key == 0))], key,
            [key, .. indexes.Where(i => i.Shape is { Unique: true, Partial: false }).Select(i => i.Shape.Columns)],
            [.. indexes.Where(i => i.Origin == "c").Select(i => i.Shape)], [.. foreign]);
    }

    private List<string> IndexColumns(string index) => [.. Connection.Query<string?>(
        "SELECT name FROM pragma_index_xinfo(@index, @name) WHERE key = 1 ORDER BY seqno", new { index, name = _name }).Select(c => c ?? "(expression)")];
}
