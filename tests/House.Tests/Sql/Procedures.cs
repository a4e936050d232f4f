using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>Wraps a statement in a procedure with its parameters declared, so that the T-SQL compiler can look at it.</summary>
internal static class Procedures
{
    public static string Of(string schema, string name, string sql, IReadOnlyDictionary<string, string> typesByColumn)
    {
        var (script, errors) = TSql.Parse(sql);
        if (script is null || errors.Count > 0)
            throw new FormatException($"{name}: {string.Join("; ", errors)}");
        var parameters = TSql.Parameters(script).Select(p => $"{p} {TypeOf(p[1..], script, typesByColumn)}");
        return $"CREATE PROCEDURE {schema}.[{name.Replace("]", "", StringComparison.Ordinal)}] {string.Join(", ", parameters)} AS BEGIN\n{TSql.WithLists(sql)}\nEND";
    }

    /// <summary>A parameter is of the type of the column that it is compared with, inserted into, or named after.</summary>
    private static string TypeOf(string parameter, TSqlScript script, IReadOnlyDictionary<string, string> typesByColumn)
    {
        var compared = TSql.All<BooleanComparisonExpression>(script).Select(c => (c.FirstExpression, c.SecondExpression) switch
        {
            (ColumnReferenceExpression column, VariableReference v) when Is(v) => Last(column),
            (VariableReference v, ColumnReferenceExpression column) when Is(v) => Last(column),
            _ => null,
        });
        return compared.Append(parameter).OfType<string>().Select(c => typesByColumn.GetValueOrDefault(c)).OfType<string>().FirstOrDefault()
            ?? (parameter.EndsWith("Id", StringComparison.OrdinalIgnoreCase) || parameter is "take" or "after" or "until" or "position" ? "bigint" : "nvarchar(4000)");

        bool Is(VariableReference v) => v.Name[1..].Equals(parameter, StringComparison.OrdinalIgnoreCase);
    }

    private static string Last(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;
}
