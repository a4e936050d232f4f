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
    public async Task APreparedCommand_WhoseReaderIsOpen_IsNotLentAgain()
    {
        await using var inner = new SqliteConnection("Data Source=:memory:");
        await inner.OpenAsync(Ct);
        await using var connection = new PreparedConnection(inner);
        const string sql = "SELECT value FROM json_each(@list)";
        await using var first = Command("[1,2,3]");
        await using var reader = await first.ExecuteReaderAsync(Ct);
        Assert.True(await reader.ReadAsync(Ct));
        await using (var second = Command("[10]"))
            Assert.Equal(10L, await second.ExecuteScalarAsync(Ct));
        Assert.True(await reader.ReadAsync(Ct));
        Assert.Equal(2L, reader.GetInt64(0));

        System.Data.Common.DbCommand Command(string list)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@list";
            parameter.Value = list;
            command.Parameters.Add(parameter);
            return command;
        }
    }

    private static async Task AddAsync(Store<PublishingModule> store, string[] names)
    {
        await using var session = await store.BeginBookkeepingAsync("rows to read", Ct);
        await session.ExecuteAsync(Marks.Add, names.Select(name => new { name, at = name.Length > 1 ? (long)name[1] : 0 }), Ct);
        await session.CommitAsync(Ct);
    }
}
