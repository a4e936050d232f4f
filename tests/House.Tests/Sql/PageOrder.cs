using Microsoft.SqlServer.TransactSql.ScriptDom;
using PoliceSocial.House.Tests.Schemas;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>A page is ordered, and its order ends in something unique: else rows are skipped or shown twice between two pages.</summary>
internal static class PageOrder
{
    public static IEnumerable<string> Loose(string where, TSqlScript script, SchemaShape schema)
    {
        var order = TSql.All<OrderByClause>(script).LastOrDefault(o => !TSql.All<OverClause>(script).Any(w => w.OrderByClause == o));
        if (order is null)
            return [$"{where}: a page without ORDER BY; order it, ending in the table's key."];
        var columns = order.OrderByElements.Select(e => e.Expression).OfType<ColumnReferenceExpression>()
            .Select(c => c.MultiPartIdentifier.Identifiers[^1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tables = TSql.All<NamedTableReference>(script).Select(t => t.SchemaObject.BaseIdentifier.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isUnique = schema.Tables.Where(t => tables.Contains(t.Name)).SelectMany(t => t.Uniques).Any(key => key.All(columns.Contains))
            || TSql.All<GroupByClause>(script).Any(g => GroupKey(g).All(columns.Contains));
        return isUnique ? [] : [$"{where}: the order ({string.Join(", ", columns)}) does not end in a unique key of {string.Join(" or ", tables)}; add the key's columns to ORDER BY."];
    }

    private static IEnumerable<string> GroupKey(GroupByClause group) =>
        group.GroupingSpecifications.OfType<ExpressionGroupingSpecification>().Select(g => g.Expression).OfType<ColumnReferenceExpression>()
            .Select(c => c.MultiPartIdentifier.Identifiers[^1].Value);
}
