using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>Parses T-SQL.</summary>
internal static partial class TSql
{
    /// <summary>As the driver sees it: Dapper puts the values of a list between brackets.</summary>
    public static string WithLists(string sql) => List().Replace(sql, "IN (@$1)");

    public static (TSqlScript? Script, IReadOnlyList<string> Errors) Parse(string sql)
    {
        using var reader = new StringReader(WithLists(sql));
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors) as TSqlScript;
        return (script, [.. errors.Select(e => $"line {e.Line}: {e.Message}")]);
    }

    /// <summary>All parts of one kind.</summary>
    public static IReadOnlyList<T> All<T>(TSqlFragment fragment)
        where T : TSqlFragment
    {
        var visitor = new Collect<T>();
        fragment.Accept(visitor);
        return visitor.Found;
    }

    /// <summary>The words of a part, as they stand in the text.</summary>
    public static string Text(TSqlFragment fragment) => string.Concat(
        fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));

    /// <summary>The parameters that a statement takes.</summary>
    public static IEnumerable<string> Parameters(TSqlFragment fragment) =>
        All<VariableReference>(fragment).Select(v => v.Name).Distinct(StringComparer.OrdinalIgnoreCase)
            .Except(All<DeclareVariableElement>(fragment).Select(v => v.VariableName.Value), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bIN\s+@(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    private sealed class Collect<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T found)
                Found.Add(found);
        }
    }
}
