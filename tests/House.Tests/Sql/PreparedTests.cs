using PoliceSocial.House.Tests.Schemas;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>Every statement's text for SQLite, compiled by SQLite.</summary>
public sealed class PreparedTests
{
    private static readonly string[] Table = ["CREATE TABLE x.Thing (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL) STRICT"];

    [Fact]
    public void Statements_AreCompiledBySqlite() => Rule.Holds(ForEach((s, prepared) =>
        prepared.Error is null ? [] : [$"{s.Name}: SQLite says: {prepared.Error}. Compare with db/sqlite/{s.Schema}/."]));

    [Fact]
    public void Rows_HaveExactlyTheColumnsOfTheirStatement() => Rule.Holds(ForEach((s, prepared) =>
        prepared.Error is null ? RowShape.Differences(s.Name, s.Statement.Row, prepared.Columns) : []));

    [Theory]
    [InlineData("SELECT Id, Missing FROM x.Thing", "no such column: Missing")]
    [InlineData("SELECT Id FROM x.Missing", "no such table: x.Missing")]
    [InlineData("SELECT Id FROM audit.Entry", "no such table: audit.Entry")]
    [InlineData("SELECT TOP (1) Id FROM x.Thing", "no such function: TOP")]
    [InlineData("SELECT LEN(Name) FROM x.Thing", "no such function: LEN")]
    [InlineData("INSERT INTO x.Thing (Id, Name) VALUES (@id)", "1 values for 2 columns")]
    [InlineData("UPDATE x.Thing SET Name = @name WHERE Id = @id; SELECT Missing FROM x.Thing", "no such column: Missing")]
    public void AWrongStatement_IsFound(string sql, string named)
    {
        using var schema = SqliteSchema.Of("x", Table);
        Rule.Bites([PreparedStatement.Of(schema, sql).Error ?? "nothing"], named);
    }

    [Theory]
    [InlineData("SELECT Id FROM x.Thing", "Name has no column")]
    [InlineData("SELECT Id, Name, Id + 1 AS More FROM x.Thing", "the column More")]
    [InlineData("SELECT Id, Name AS name FROM x.Thing", "the column name")]
    [InlineData("SELECT Name AS Id, Name FROM x.Thing", "Id is Int64")]
    public void ARowThatDiffersFromItsColumns_IsFound(string sql, string named)
    {
        using var schema = SqliteSchema.Of("x", Table);
        Rule.Bites(RowShape.Differences("planted", typeof(ThingRow), PreparedStatement.Of(schema, sql).Columns), named);
    }

    [Fact]
    public void TheRightRow_IsNotFound()
    {
        using var schema = SqliteSchema.Of("x", Table);
        Rule.Holds(RowShape.Differences("ordinary", typeof(ThingRow), PreparedStatement.Of(schema, "SELECT Id, Name FROM x.Thing WHERE Id IN @ids").Columns));
        Rule.Holds(RowShape.Differences("ordinary", typeof(long?), PreparedStatement.Of(schema, "SELECT MAX(Id) AS Id FROM x.Thing").Columns));
        Rule.Bites(RowShape.Differences("planted", typeof(long), PreparedStatement.Of(schema, "SELECT Id, Name FROM x.Thing").Columns), "one column");
        Rule.Bites(RowShape.Differences("planted", null, PreparedStatement.Of(schema, "SELECT Id FROM x.Thing").Columns), "returns rows");
    }

    private static List<string> ForEach(Func<OwnedStatement, PreparedStatement, IEnumerable<string>> check) =>
        [.. OwnedStatement.All.GroupBy(s => s.Schema).SelectMany(group =>
        {
            using var schema = SqliteSchema.Migrated(group.Key);
            return group.SelectMany(s => check(s, PreparedStatement.Of(schema, s.Statement.For(Dialect.Sqlite)))).ToList();
        })];

    private sealed record ThingRow
    {
        public required long Id { get; init; }

        public required string Name { get; init; }
    }
}
