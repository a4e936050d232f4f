using Microsoft.Data.Sqlite;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests.Platform;

public sealed class StatementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_IsTheSameTextOnBoth()
    {
        Assert.Equal(Marks.Add.For(Dialect.Sqlite), Marks.Add.For(Dialect.SqlServer));
        Assert.Equal(nameof(Marks.Add), Marks.Add.Name);
        Assert.Null(Marks.Add.Row);
    }

    [Fact]
    public void Paged_EndsAsItsDialectPages()
    {
        Assert.EndsWith("LIMIT @take", Marks.Page.For(Dialect.Sqlite), StringComparison.Ordinal);
        Assert.EndsWith("FETCH NEXT @take ROWS ONLY", Marks.Page.For(Dialect.SqlServer), StringComparison.Ordinal);
        Assert.Equal(typeof(MarkRow), Marks.Page.Row);
    }

    [Fact]
    public void Split_KeepsItsReason()
    {
        var split = Statement.Split<long>("SELECT 1 AS N", "SELECT 2 AS N", "they differ", "Planted");
        Assert.Equal(("SELECT 1 AS N", "SELECT 2 AS N", "they differ"), (split.For(Dialect.SqlServer), split.For(Dialect.Sqlite), split.Because));
    }

    [Theory]
    [Databases]
    public async Task Lists_OfAnyLength_FindTheirRows(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var store = force.Get<Store<PublishingModule>>();
        await AddAsync(store, ["a", "b", "c"]);
        Assert.Empty(await store.QueryAsync(Marks.All, new { names = Array.Empty<string>() }, Ct));
        Assert.Equal(["b"], await NamesAsync("b"));
        Assert.Equal(["a", "c"], await NamesAsync("c", "a", "missing"));
        Assert.Equal(["a", "b", "c"], await NamesAsync([.. Enumerable.Range(0, 500).Select(n => $"n{n}"), "a", "b", "c"]));
        Assert.Equal(["b"], await NamesAsync("b"));

        async Task<IEnumerable<string>> NamesAsync(params string[] names) => (await store.QueryAsync(Marks.All, new { names }, Ct)).Select(r => r.Publisher);
    }

    [Theory]
    [Databases]
    public async Task AList_BetweenOtherParameters_LosesNone(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var store = force.Get<Store<PublishingModule>>();
        await AddAsync(store, ["p1", "p2", "p3"]);
        var rows = await store.QueryAsync(Marks.Between, new { least = (long)'1', names = new[] { "p1", "p2", "p3" }, most = (long)'2', take = 5 }, Ct);
        Assert.Equal(["p1", "p2"], rows.Select(r => r.Publisher));
    }

    [Theory]
    [Databases]
    public async Task Paged_TakesTheFirstRowsInOrder(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var store = force.Get<Store<PublishingModule>>();
        await AddAsync(store, ["p3", "p1", "p2"]);
        var page = await store.QueryAsync(Marks.Page, new { name = "p%", take = 2 }, Ct);
        Assert.Equal(["p1", "p2"], page.Select(r => r.Publisher));
    }

    [Fact]
    public async Task AListOfArguments_ThatRunsTheSameStatementItself_KeepsBothApart()
    {
        await using var inner = new SqliteConnection("Data Source=:memory:");
        await inner.OpenAsync(Ct);
        await using var connection = new PreparedConnection(inner);
        var add = Statement.Of("INSERT INTO Kept (Name, At) VALUES (@name, @at)");
        connection.Run("CREATE TABLE Kept (Name TEXT NOT NULL, At INTEGER)");

        Assert.Equal(2, connection.Execute(add, Nested()));

        Assert.Equal(["first", "inner", "second"], connection.Query(Statement.Of<string>("SELECT Name FROM Kept ORDER BY At"), null));

        IEnumerable<object> Nested()
        {
            yield return new { name = "first", at = 1L };
            Assert.Equal(1, connection.Execute(add, new { name = "inner", at = 2L }));
            yield return new { name = "second", at = 3L };
        }
    }

    [Fact]
    public async Task Values_ComeBackAsTheyWereStored()
    {
        await using var inner = new SqliteConnection("Data Source=:memory:");
        await inner.OpenAsync(Ct);
        await using var connection = new PreparedConnection(inner);
        connection.Run("CREATE TABLE Kept (Text TEXT, Bytes BLOB, Number INTEGER, Flag INTEGER, At INTEGER, Real REAL, Sort INTEGER, Maybe INTEGER) STRICT");
        var rows = new[]
        {
            new KeptRow { Text = "", Bytes = [], Number = long.MinValue, Flag = true, At = TestForce.Start, Real = 0.5, Sort = Dialect.SqlServer, Maybe = 7 },
            new KeptRow { Text = "\u00e9\0\U0001F6A8", Bytes = [0, 1], Number = -1, Flag = false, At = DateTimeOffset.UnixEpoch, Real = -2, Sort = Dialect.Sqlite, Maybe = null },
            new KeptRow { Text = null, Bytes = null, Number = 0, Flag = false, At = DateTimeOffset.UnixEpoch.AddTicks(-10), Real = 3, Sort = Dialect.Sqlite, Maybe = 0 },
        };

        connection.Execute(Statement.Of("INSERT INTO Kept VALUES (@Text, @Bytes, @Number, @Flag, @At, @Real, @Sort, @Maybe)"), rows);

        Assert.Equivalent(rows, connection.Query(Statement.Of<KeptRow>("SELECT Text, Bytes, Number, Flag, At, Real, Sort, Maybe FROM Kept"), null), strict: true);
        Assert.Throws<InvalidOperationException>(() => connection.Query(Statement.Of<long>("SELECT Number FROM Kept WHERE Number = @number"), new { other = 1L }));
        Assert.Throws<InvalidCastException>(() => connection.Query(Statement.Of<long>("SELECT Maybe FROM Kept ORDER BY Maybe"), null));
    }

    private static async Task AddAsync(Store<PublishingModule> store, string[] names)
    {
        await using var session = await store.BeginBookkeepingAsync("rows to read", Ct);
        await session.ExecuteAsync(Marks.Add, names.Select(name => new { name, at = name.Length > 1 ? (long)name[1] : 0 }), Ct);
        await session.CommitAsync(Ct);
    }

    private sealed record KeptRow
    {
        public string? Text { get; init; }

        public byte[]? Bytes { get; init; }

        public required long Number { get; init; }

        public required bool Flag { get; init; }

        public required DateTimeOffset At { get; init; }

        public required double Real { get; init; }

        public required Dialect Sort { get; init; }

        public int? Maybe { get; init; }
    }
}
