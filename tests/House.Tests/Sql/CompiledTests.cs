using Microsoft.SqlServer.TransactSql.ScriptDom;
using PoliceSocial.House.Tests.Schemas;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>Every statement's text for SQL Server, compiled against its schema without a server.</summary>
[Collection("T-SQL compiler")]
public sealed class CompiledTests
{
    [Fact]
    public void Statements_AreCompiledForSqlServer()
    {
        using var model = SqlServerModel.OfTheHouse();
        var types = TheHouse.Modules.ToDictionary(m => m.Schema, m => Types(SqlServerModel.Shape(model, m.Schema)));
        foreach (var (s, n) in OwnedStatement.All.Select((s, n) => (s, n)).Where(s => TSql.Parse(s.s.Statement.SqlServer).Errors.Count == 0))
            model.AddObjects(Procedures.Of(s.Schema, $"{n} {s.Where} {s.Statement.Name}", s.Statement.SqlServer, types[s.Schema]));

        Rule.Holds(SqlServerModel.Complaints(model));
    }

    [Fact]
    public void Rows_HaveExactlyTheColumnsOfTheirStatementOnSqlServer() => Rule.Holds(OwnedStatement.All
        .Select(s => (Owned: s, TSql.Parse(s.Statement.SqlServer).Script)).Where(s => s.Script is not null)
        .SelectMany(s => RowShape.Differences(s.Owned.Name, s.Owned.Statement.Row, Columns(s.Script!))));

    [Theory]
    [InlineData("SELECT Missing FROM x.Thing", "Missing")]
    [InlineData("SELECT Id FROM x.Missing", "[x].[Missing]")]
    [InlineData("WITH c AS (SELECT Id FROM x.Thing) SELECT Missing FROM c", "Missing")]
    [InlineData("UPDATE x.Thing SET Missing = @nothing WHERE Id = @id", "Missing")]
    public void AWrongStatement_IsFound(string sql, string named)
    {
        using var model = SqlServerModel.Of([("x", ["CREATE TABLE x.Thing (Id bigint NOT NULL CONSTRAINT PK_Thing PRIMARY KEY, Name nvarchar(10) NOT NULL)"])]);
        model.AddObjects(Procedures.Of("x", "planted", sql, Types(SqlServerModel.Shape(model, "x"))));
        Rule.Bites(SqlServerModel.Complaints(model), named);
    }

    [Fact]
    public void ARightStatement_IsNotFound()
    {
        using var model = SqlServerModel.Of([("x", ["CREATE TABLE x.Thing (Id bigint NOT NULL CONSTRAINT PK_Thing PRIMARY KEY, Name nvarchar(10) NOT NULL)"])]);
        model.AddObjects(Procedures.Of("x", "ordinary", "SELECT Id, Name FROM x.Thing WHERE Id IN @ids AND Name = @name", Types(SqlServerModel.Shape(model, "x"))));
        Rule.Holds(SqlServerModel.Complaints(model));
    }

    [Fact]
    public void AColumnThatSqlServerCallsOtherwise_IsFound() =>
        Rule.Bites(RowShape.Differences("planted", typeof(IdRow), Columns(TSql.Parse("SELECT CONVERT(bigint, Id) AS Number FROM x.Thing").Script!)), "Number");

    private static Dictionary<string, string> Types(SchemaShape shape) => shape.Tables.SelectMany(t => t.Columns)
        .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Family switch { "TEXT" => "nvarchar(4000)", "BLOB" => "varbinary(8000)", "REAL" => "float", _ => "bigint" }, StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns of the outermost SELECT, or of OUTPUT.</summary>
    private static List<(string, string?)> Columns(TSqlScript script) => [.. script.Batches.SelectMany(b => b.Statements).SelectMany(s => s switch
    {
        SelectStatement select => Outermost(select.QueryExpression).SelectElements,
        DataModificationStatement change => TSql.All<OutputClause>(change).SelectMany(o => o.SelectColumns),
        _ => [],
    }).Select(e => ((e as SelectScalarExpression) switch
    {
        { ColumnName.Value: { } alias } => alias,
        { Expression: ColumnReferenceExpression column } => column.MultiPartIdentifier.Identifiers[^1].Value,
        _ => "(without a name)",
    }, (string?)null))];

    private static QuerySpecification Outermost(QueryExpression query) => query switch
    {
        QuerySpecification specification => specification,
        BinaryQueryExpression both => Outermost(both.FirstQueryExpression),
        QueryParenthesisExpression inner => Outermost(inner.QueryExpression),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private sealed record IdRow
    {
        public required long Id { get; init; }
    }
}
