namespace PoliceSocial.House.Tests.Schemas;

/// <summary>Where the two databases' schemas differ.</summary>
internal static class Parity
{
    public static IEnumerable<string> Differences(string schema, SchemaShape sqlite, SchemaShape sqlServer)
    {
        var left = sqlite.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var right = sqlServer.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        return Missing(left.Keys, right.Keys, $"the table {schema}.", schema)
            .Concat(left.Keys.Intersect(right.Keys, StringComparer.Ordinal).SelectMany(name => Tables(schema, left[name], right[name])));
    }

    private static IEnumerable<string> Tables(string schema, TableShape sqlite, TableShape sqlServer)
    {
        var table = $"{schema}.{sqlite.Name}";
        return
        [
            .. Parts(table, schema, "column", sqlite.Columns.ToDictionary(c => c.Name, c => c.ToString()), sqlServer.Columns.ToDictionary(c => c.Name, c => c.ToString())),
            .. Parts(table, schema, "index", sqlite.Indexes.ToDictionary(i => i.Name, i => i.ToString()), sqlServer.Indexes.ToDictionary(i => i.Name, i => i.ToString())),
            .. Same(table, schema, "the primary key", List(sqlite.Key), List(sqlServer.Key)),
            .. Same(table, schema, "what is unique", Sets(sqlite.Uniques), Sets(sqlServer.Uniques)),
            .. Same(table, schema, "the foreign keys", string.Join("; ", sqlite.ForeignKeys), string.Join("; ", sqlServer.ForeignKeys)),
        ];
    }

    private static IEnumerable<string> Parts(string table, string schema, string kind, Dictionary<string, string> sqlite, Dictionary<string, string> sqlServer) =>
        Missing(sqlite.Keys, sqlServer.Keys, $"the {kind} {table}.", schema).Concat(sqlite.Keys.Intersect(sqlServer.Keys, StringComparer.Ordinal)
            .SelectMany(name => Same(table, schema, $"the {kind} {name}", sqlite[name], sqlServer[name])));

    private static IEnumerable<string> Missing(IEnumerable<string> sqlite, IEnumerable<string> sqlServer, string what, string schema) =>
        sqlite.Except(sqlServer, StringComparer.Ordinal).Select(n => $"{what}{n} is missing from db/sqlserver/{schema}/.")
            .Concat(sqlServer.Except(sqlite, StringComparer.Ordinal).Select(n => $"{what}{n} is missing from db/sqlite/{schema}/."));

    private static IEnumerable<string> Same(string table, string schema, string what, string sqlite, string sqlServer) =>
        sqlite == sqlServer ? [] : [$"{table}: {what} is [{sqlite}] in db/sqlite/{schema}/ and [{sqlServer}] in db/sqlserver/{schema}/."];

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns);

    private static string Sets(IEnumerable<IReadOnlyList<string>> sets) => string.Join("; ", sets.Select(List).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
