using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>What a text that both databases run may say.</summary>
internal static class BothDialects
{
    private static readonly HashSet<string> Clocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "GETDATE", "GETUTCDATE", "SYSDATETIME", "SYSUTCDATETIME", "SYSDATETIMEOFFSET", "DATE", "DATETIME", "UNIXEPOCH", "JULIANDAY", "STRFTIME",
        "NEWID", "NEWSEQUENTIALID", "RAND", "RANDOM", "RANDOMBLOB", "ISNULL", "IFNULL", "LAST_INSERT_ROWID", "SCOPE_IDENTITY",
    };

    /// <param name="where">The statement.</param>
    /// <param name="script">Its text.</param>
    /// <param name="conditions">The conditions of the schema's partial indexes: a statement must repeat one word for word to use the index.</param>
    public static IEnumerable<string> Wrong(string where, TSqlScript script, IReadOnlySet<string>? conditions = null) =>
        Forbidden(script).Concat(Literals(script, conditions ?? new HashSet<string>())).Select(w => $"{where}: {w}");

    private static IEnumerable<string> Forbidden(TSqlScript script) =>
    [
        .. Each<SelectStarExpression>(script, "SELECT *: name the columns, so that a new one cannot surprise anybody"),
        .. Each<MergeStatement>(script, "MERGE: write UPDATE, then INSERT … SELECT … WHERE NOT EXISTS"),
        .. Each<TopRowFilter>(script, "TOP: use Statement.Paged"),
        .. Each<OutputClause>(script, "OUTPUT: use Statement.Split and say why"),
        .. Each<OutputIntoClause>(script, "OUTPUT: use Statement.Split and say why"),
        .. Each<OffsetClause>(script, "OFFSET: use Statement.Paged and find the next page by key"),
        .. Each<TableHint>(script, "a table hint: use Statement.Split and say why"),
        .. Each<ParameterlessCall>(script, "a clock or user in SQL: pass it as a parameter"),
        .. Each<GlobalVariableExpression>(script, "a server's variable: use Statement.Split and say why"),
        .. TSql.All<FunctionCall>(script).Where(f => Clocks.Contains(f.FunctionName.Value)).Select(f =>
            $"{f.FunctionName.Value}: values come as parameters (TimeProvider, Ids.New()), and COALESCE is what both databases know."),
        .. TSql.All<InsertSpecification>(script).Where(i => i.Columns.Count == 0).Select(_ => "INSERT without its columns: name them."),
        .. TSql.All<BinaryExpression>(script)
            .Where(b => b.BinaryExpressionType == BinaryExpressionType.Add && (b.FirstExpression is StringLiteral || b.SecondExpression is StringLiteral))
            .Select(_ => "+ between words: SQLite would add numbers; write CONCAT."),
    ];

    /// <summary>Literals where a value belongs: compared, listed, inserted or set. 0, 1 and NULL are no values but marks.</summary>
    private static IEnumerable<string> Literals(TSqlScript script, IReadOnlySet<string> conditions) =>
        TSql.All<BooleanComparisonExpression>(script).Where(c => !conditions.Contains(WithoutAlias(c))).SelectMany(c => new[] { c.FirstExpression, c.SecondExpression })
            .Concat(TSql.All<InPredicate>(script).SelectMany(i => i.Values))
            .Concat(TSql.All<LikePredicate>(script).Select(l => l.SecondExpression))
            .Concat(TSql.All<BooleanTernaryExpression>(script).SelectMany(t => new[] { t.SecondExpression, t.ThirdExpression }))
            .Concat(TSql.All<RowValue>(script).SelectMany(r => r.ColumnValues))
            .Concat(TSql.All<AssignmentSetClause>(script).Select(s => s.NewValue))
            .OfType<Literal>()
            .Where(l => l is not NullLiteral && !(l is IntegerLiteral && l.Value is "0" or "1"))
            .Select(l => $"the literal {TSql.Text(l)} where a value belongs: make it a parameter.");

    private static string WithoutAlias(BooleanComparisonExpression comparison) =>
        comparison.FirstExpression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var alias, _] }
            ? TSql.Text(comparison)[(alias.Value.Length + 1)..]
            : TSql.Text(comparison);

    private static IEnumerable<string> Each<T>(TSqlScript script, string why)
        where T : TSqlFragment => TSql.All<T>(script).Select(_ => why + ".");
}
