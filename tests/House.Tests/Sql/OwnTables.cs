using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>A module's SQL names only its own schema, and names it.</summary>
internal static partial class OwnTables
{
    public static IEnumerable<string> Strayed(string schema, string where, TSqlScript script)
    {
        var locals = TSql.All<CommonTableExpression>(script).Select(c => c.ExpressionName.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        locals.UnionWith(TSql.All<TableReferenceWithAlias>(script).Select(t => t.Alias?.Value).OfType<string>());
        return TSql.All<SchemaObjectName>(script)
            .Where(n => !IsTypeName(script, n))
            .Where(n => n.SchemaIdentifier?.Value != schema || n.DatabaseIdentifier is not null)
            .Where(n => n.SchemaIdentifier is not null || !locals.Contains(n.BaseIdentifier.Value))
            .Select(n => n.SchemaIdentifier is null
                ? $"{where}: {TSql.Text(n)} lacks its schema; write {schema}.{TSql.Text(n)}."
                : $"{where}: {TSql.Text(n)} is not a table of {schema}. Ask its owner through src/Contracts, or hear its event and keep what you need.");
    }

    /// <summary>The same for SQLite's words, which only SQLite parses: every name after FROM, JOIN, INTO and UPDATE.</summary>
    public static IEnumerable<string> StrayedInSqlite(string schema, string where, string sql)
    {
        var locals = Local().Matches(sql).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Named().Matches(sql)
            .Where(m => !m.Groups["call"].Success && !locals.Contains(m.Groups["name"].Value))
            .Where(m => !m.Groups["name"].Value.StartsWith(schema + ".", StringComparison.Ordinal))
            .Select(m => $"{where}: {m.Groups["name"].Value} in the text for SQLite is not a two-part name of {schema}.");
    }

    private static bool IsTypeName(TSqlScript script, SchemaObjectName name) =>
        TSql.All<DataTypeReference>(script).Any(t => t.Name == name);

    [GeneratedRegex(@"(?:\bWITH\s+(?:RECURSIVE\s+)?|,\s*)(\w+)\s*(?:\([^()]*\)\s*)?AS\s*(?:NOT\s+)?(?:MATERIALIZED\s*)?\(", RegexOptions.IgnoreCase)]
    private static partial Regex Local();

    [GeneratedRegex(@"(?<!DISTINCT\s)(?<!@)\b(?:FROM|JOIN|INTO|(?<!DO\s)UPDATE)\s+(?<name>[A-Za-z_][\w.]*)(?<call>\s*\((?=\s*@))?", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
