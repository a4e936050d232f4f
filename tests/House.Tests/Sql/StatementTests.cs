using PoliceSocial.House.Tests.Schemas;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.House.Tests.Sql;

public sealed class StatementTests
{
    [Fact]
    public void Statements_Parse() => Rule.Holds(OwnedStatement.All.SelectMany(s => TSql.Parse(s.Statement.SqlServer).Errors.Select(e => $"{s.Name}: {e}")));

    [Fact]
    public void SharedStatements_SayOnlyWhatBothDatabasesKnow() => Rule.Holds(OwnedStatement.All.Where(s => s.IsShared)
        .Select(s => (s.Name, TSql.Parse(s.SharedText!).Script, Conditions: SqliteSchema.ConditionsOf(s.Schema))).Where(s => s.Script is not null)
        .SelectMany(s => BothDialects.Wrong(s.Name, s.Script!, s.Conditions)));

    [Theory]
    [InlineData("SELECT * FROM inbox.Item", "SELECT *")]
    [InlineData("SELECT TOP (1) Id FROM inbox.Item", "TOP")]
    [InlineData("SELECT Id FROM inbox.Item ORDER BY Id OFFSET 10 ROWS FETCH NEXT 5 ROWS ONLY", "OFFSET")]
    [InlineData("DELETE FROM inbox.Item OUTPUT deleted.Id WHERE Id = @id", "OUTPUT")]
    [InlineData("MERGE inbox.Item AS t USING (SELECT @id AS Id) AS s ON t.Id = s.Id WHEN MATCHED THEN DELETE;", "MERGE")]
    [InlineData("SELECT Id FROM inbox.Item WITH (NOLOCK)", "table hint")]
    [InlineData("SELECT Id FROM inbox.Item WHERE At > CURRENT_TIMESTAMP", "clock")]
    [InlineData("SELECT Id FROM inbox.Item WHERE At > SYSUTCDATETIME()", "SYSUTCDATETIME")]
    [InlineData("SELECT ISNULL(Name, @none) AS Name FROM inbox.Item", "ISNULL")]
    [InlineData("SELECT Id FROM inbox.Item WHERE State = 'open'", "the literal 'open'")]
    [InlineData("SELECT Id FROM inbox.Item WHERE State IN (3, 4)", "the literal 3")]
    [InlineData("SELECT Id FROM inbox.Item WHERE Name LIKE 'a%'", "the literal 'a%'")]
    [InlineData("UPDATE inbox.Item SET State = 7 WHERE Id = @id", "the literal 7")]
    [InlineData("INSERT INTO inbox.Item (Id, Name) VALUES (@id, 'x')", "the literal 'x'")]
    [InlineData("INSERT INTO inbox.Item VALUES (@id)", "INSERT without")]
    [InlineData("SELECT Name + ', ' AS Name FROM inbox.Item", "CONCAT")]
    public void AWordThatOneDatabaseLacks_IsFound(string sql, string named) => Rule.Bites(BothDialects.Wrong("planted", TSql.Parse(sql).Script!), named);

    [Fact]
    public void AnOrdinaryStatement_IsNotFound() => Rule.Holds(BothDialects.Wrong("ordinary", TSql.Parse(
        "SELECT i.Id, COALESCE(i.Name, '') AS Name, CONCAT(i.A, ', ', i.B) AS Both FROM inbox.Item i WHERE i.Flagged = 1 AND i.State IN @states AND EXISTS (SELECT 1 FROM inbox.Tag t WHERE t.ItemId = i.Id)").Script!));

    [Fact]
    public void ALiteral_MayRepeatTheConditionOfAPartialIndex()
    {
        var script = TSql.Parse("SELECT c.Id FROM inbox.Item AS c WHERE c.Stage < 3").Script!;
        Rule.Holds(BothDialects.Wrong("ordinary", script, new HashSet<string> { "Stage < 3" }));
        Rule.Bites(BothDialects.Wrong("planted", script, new HashSet<string> { "Stage < 4" }), "the literal 3");
    }

    [Theory]
    [InlineData("LIMIT 5")]
    [InlineData("RETURNING Id")]
    public void WordsOfSqlite_DoNotParse(string words) => Assert.NotEmpty(TSql.Parse($"SELECT Id FROM inbox.Item ORDER BY Id {words}").Errors);

    [Fact]
    public void Statements_NameOnlyTheirOwnSchema() => Rule.Holds(OwnedStatement.All.SelectMany(s =>
        (TSql.Parse(s.Statement.SqlServer).Script is { } script ? OwnTables.Strayed(s.Schema, s.Name, script) : [])
            .Concat(OwnTables.StrayedInSqlite(s.Schema, s.Name, s.Statement.Sqlite))));

    [Theory]
    [InlineData("SELECT Id FROM audit.Entry", "audit.Entry is not a table of inbox")]
    [InlineData("SELECT Id FROM Item", "Item lacks its schema")]
    [InlineData("UPDATE Item SET Id = @id", "Item lacks its schema")]
    [InlineData("SELECT i.Id FROM inbox.Item i JOIN audit.Entry e ON e.Id = i.Id", "audit.Entry")]
    [InlineData("SELECT Id FROM other.inbox.Item", "other.inbox.Item")]
    [InlineData("DELETE FROM inbox.Item WHERE Id IN (SELECT Id FROM audit.Entry)", "audit.Entry")]
    public void AnothersTable_IsFound(string sql, string named) => Rule.Bites(OwnTables.Strayed("inbox", "planted", TSql.Parse(sql).Script!), named);

    [Theory]
    [InlineData("SELECT Id FROM audit.Entry LIMIT 1", "audit.Entry")]
    [InlineData("UPDATE Item SET Id = 1 RETURNING Id", "Item")]
    public void AnothersTableInTheWordsOfSqlite_IsFound(string sql, string named) => Rule.Bites(OwnTables.StrayedInSqlite("inbox", "planted", sql), named);

    [Theory]
    [InlineData("WITH newest AS (SELECT Id FROM inbox.Item) SELECT n.Id FROM newest n")]
    [InlineData("SELECT Id FROM inbox.Item i WHERE i.Id = @id")]
    public void OwnTablesAndNamesOfTheStatement_AreNotFound(string sql)
    {
        Rule.Holds(OwnTables.Strayed("inbox", "ordinary", TSql.Parse(sql).Script!));
        Rule.Holds(OwnTables.StrayedInSqlite("inbox", "ordinary", sql));
    }

    [Fact]
    public void Pages_EndInAUniqueKey() => Rule.Holds(OwnedStatement.All.Where(s => s.IsPaged).SelectMany(s =>
        TSql.Parse(s.SharedText!).Script is { } script ? PageOrder.Loose(s.Name, script, SqliteSchema.ShapeOf(s.Schema)) : []));

    [Theory]
    [InlineData("SELECT Id FROM inbox.Item ORDER BY At", "the order (At)")]
    [InlineData("SELECT Id FROM inbox.Item", "without ORDER BY")]
    public void APageThatIsNotUniquelyOrdered_IsFound(string sql, string named)
    {
        using var schema = SqliteSchema.Of("inbox", ["CREATE TABLE inbox.Item (Id INTEGER NOT NULL PRIMARY KEY, At INTEGER NOT NULL) STRICT"]);
        Rule.Bites(PageOrder.Loose("planted", TSql.Parse(sql).Script!, schema.Shape()), named);
        Rule.Holds(PageOrder.Loose("ordinary", TSql.Parse("SELECT Id FROM inbox.Item ORDER BY At DESC, Id DESC").Script!, schema.Shape()));
    }

    [Fact]
    public void SplitStatements_SayWhy_AndDiffer() => Rule.Holds(OwnedStatement.All.Where(s => !s.IsShared)
        .Where(s => s.Statement.Because!.Length < 10 || s.Statement.SqlServer == s.Statement.Sqlite)
        .Select(s => $"{s.Name}: a split statement has two texts and says why; else use Statement.Of."));

    [Fact]
    public void Statements_AreMadeWhereTheyAreFound() => Rule.Holds(
        TheHouse.Modules.SelectMany(m => Making.Elsewhere(m.GetType().Assembly.GetTypes())));

    [Fact]
    public void AStatementMadeInAMethod_IsFound() => Rule.Bites(Making.Elsewhere([typeof(Improviser)]), nameof(Improviser.Improvise));

    [Fact]
    public void EveryStatementOfAModule_IsFound() => Assert.Contains(
        OwnedStatement.In("inbox", typeof(StatementTests).Assembly), s => s.Schema == "inbox" && s.Statement == Keeper.Kept);

    private static class Improviser
    {
        public static Statement Improvise(string column) => Statement.Of($"DELETE FROM inbox.Item WHERE {column} = @value");
    }

    private static class Keeper
    {
        public static readonly Statement Kept = Statement.Of("DELETE FROM inbox.Item WHERE Id = @id");
    }
}
