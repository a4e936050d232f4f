using Microsoft.SqlServer.Dac.Model;
using PoliceSocial.Platform.Data;
using Index = Microsoft.SqlServer.Dac.Model.Index;
using ModelColumn = Microsoft.SqlServer.Dac.Model.Column;

namespace PoliceSocial.House.Tests.Schemas;

/// <summary>The schemas as SQL Server would have them, compiled without a server.</summary>
internal static class SqlServerModel
{
    /// <summary>A model of all modules' schemas.</summary>
    public static TSqlModel OfTheHouse() => Of(TheHouse.Modules.Select(m =>
        (m.Schema, (IEnumerable<string>)[Migration(m.Schema), .. TheHouse.Scripts(Dialect.SqlServer).Where(s => s.Schema == m.Schema).Select(s => s.Text)])));

    public static TSqlModel Of(IEnumerable<(string Schema, IEnumerable<string> Scripts)> schemas)
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var (schema, scripts) in schemas)
        {
            model.AddObjects($"CREATE SCHEMA {schema}");
            foreach (var text in Declarative.Fold(scripts))
                model.AddObjects(text);
        }

        return model;
    }

    /// <summary>All that the compiler has to say; its warnings too mean that something is not there.</summary>
    public static IEnumerable<string> Complaints(TSqlModel model) =>
        model.Validate().Select(m => $"{m.Prefix}{m.Number}: {m.Message}");

    public static SchemaShape Shape(TSqlModel model, string schema)
    {
        var uniques = model.GetObjects(DacQueryScopes.UserDefined, UniqueConstraint.TypeClass).ToLookup(u => Owner(u, UniqueConstraint.Host), u => Names(u, UniqueConstraint.Columns));
        var keys = model.GetObjects(DacQueryScopes.UserDefined, PrimaryKeyConstraint.TypeClass).ToDictionary(k => Owner(k, PrimaryKeyConstraint.Host), k => Names(k, PrimaryKeyConstraint.Columns));
        var indexes = model.GetObjects(DacQueryScopes.UserDefined, Index.TypeClass).ToLookup(
            i => Owner(i, Index.IndexedObject),
            i => new IndexShape(i.Name.Parts[^1], Names(i, Index.Columns), i.GetProperty<bool>(Index.Unique), i.GetProperty(Index.FilterPredicate) is not null));
        var foreign = model.GetObjects(DacQueryScopes.UserDefined, ForeignKeyConstraint.TypeClass).ToLookup(
            f => Owner(f, ForeignKeyConstraint.Host),
            f => $"({string.Join(", ", Names(f, ForeignKeyConstraint.Columns))}) to {f.GetReferenced(ForeignKeyConstraint.ForeignTable).First().Name.Parts[^1]}");
        return new([.. model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Where(t => t.Name.Parts[0] == schema)
            .OrderBy(t => t.Name.Parts[^1], StringComparer.Ordinal).Select(t =>
            {
                var id = t.Name.ToString();
                var key = keys.GetValueOrDefault(id, []);
                return new TableShape(
                    t.Name.Parts[^1], [.. t.GetReferenced(Table.Columns).Select(Column)], key,
                    [key, .. uniques[id], .. indexes[id].Where(i => i is { Unique: true, Partial: false }).Select(i => i.Columns)],
                    [.. indexes[id]], [.. foreign[id].Order(StringComparer.Ordinal)]);
            })]);
    }

    private static string Migration(string schema) =>
        $"CREATE TABLE {schema}.Migration (Script nvarchar(200) NOT NULL CONSTRAINT PK_{schema}_Migration PRIMARY KEY, Checksum char(64) NOT NULL, AppliedAt bigint NOT NULL)";

    private static ColumnShape Column(TSqlObject column) => new(
        column.Name.Parts[^1], Family(column.GetReferenced(ModelColumn.DataType).FirstOrDefault()?.Name.Parts[^1] ?? "(computed)"),
        column.GetProperty<bool>(ModelColumn.Nullable));

    private static string Family(string type) => type switch
    {
        "bigint" or "int" or "smallint" or "tinyint" or "bit" or "timestamp" or "rowversion" => "INTEGER",
        "nvarchar" or "nchar" or "varchar" or "char" => "TEXT",
        "varbinary" or "binary" => "BLOB",
        "float" or "real" => "REAL",
        _ => $"{type}, which this house does not use",
    };

    private static string Owner(TSqlObject part, ModelRelationshipClass host) => part.GetReferenced(host).First().Name.ToString();

    private static IReadOnlyList<string> Names(TSqlObject part, ModelRelationshipClass columns) => [.. part.GetReferenced(columns).Select(c => c.Name.Parts[^1])];
}
