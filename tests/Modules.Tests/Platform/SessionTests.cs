using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests.Platform;

public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [Databases]
    public async Task Commit_OfAnUnrecordedChange_IsRefusedAndKeepsNothing(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await using (var session = await BeginAsync(force))
        {
            await session.ExecuteAsync(Marks.Add, new { name = "unrecorded", at = 1L }, Ct);
            var refused = await Assert.ThrowsAsync<UnrecordedChangeException>(() => session.CommitAsync(Ct));
            Assert.Contains("publishing.mark", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await CountAsync(force, "unrecorded"));
    }

    [Theory]
    [Databases]
    public async Task Commit_KeepsTheChangeWithItsEventAndAct(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var act = force.Get<ActFactory>().By(TestForce.Staff(7), Marks.Kind, "a purpose");
        await using (var session = await force.Get<Store<PublishingModule>>().BeginAsync(act, Ct))
        {
            await session.ExecuteAsync(Marks.Add, new { name = "recorded", at = 1L }, Ct);
            session.Raise(Marks.Told(42));
            await session.CommitAsync(Ct);
        }

        var row = Assert.Single(await force.Get<Schemas>().Of("publishing").QueryAsync(OutboxStatements.For("publishing").Read, new { after = 0L, take = 10 }, Ct));
        Assert.Equal(1, await CountAsync(force, "recorded"));
        Assert.Equal(new DeliveryAttempted(42, 1), EventTypes.FromRow(row));
        Assert.Equal(act, EventTypes.ActOf(row));
        Assert.Equal("delivery:42", row.Subject);
        Assert.DoesNotContain("Subject", row.Facts, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [Databases]
    public async Task Dispose_WithoutCommit_UndoesRowsAndEvents(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await using (var session = await BeginAsync(force))
        {
            await session.ExecuteAsync(Marks.Add, new { name = "undone", at = 1L }, Ct);
            session.Raise(Marks.Told(1));
        }

        Assert.Equal(0, await CountAsync(force, "undone"));
        Assert.Empty(await force.RaisedAsync("publishing"));
    }

    [Theory]
    [Databases]
    public async Task Bookkeeping_ChangesWithoutARecord_AndRaisesNothing(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await using (var session = await force.Get<Store<PublishingModule>>().BeginBookkeepingAsync("a test keeps a mark", Ct))
        {
            await session.ExecuteAsync(Marks.Add, new { name = "kept", at = 1L }, Ct);
            Assert.Throws<InvalidOperationException>(() => session.Raise(Marks.Told(1)));
            Assert.Throws<InvalidOperationException>(() => session.Act);
            await session.CommitAsync(Ct);
        }

        Assert.Equal(1, await CountAsync(force, "kept"));
        Assert.Empty(await force.RaisedAsync("publishing"));
    }

    [Theory]
    [Databases]
    public async Task Session_AfterItsEnd_TakesNothingMore(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var session = await BeginAsync(force);
        session.Raise(Marks.Told(1));
        await session.CommitAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.ExecuteAsync(Marks.Add, new { name = "late", at = 1L }, Ct));
        Assert.Throws<InvalidOperationException>(() => session.Raise(Marks.Told(2)));
        await session.DisposeAsync();
        await session.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.ExecuteAsync(Marks.Add, new { name = "late", at = 1L }, Ct));
        await using var next = await BeginAsync(force);
        Assert.Equal(0, await CountAsync(force, "late"));
    }

    [Fact]
    public async Task AnotherWriter_OnSqlite_WaitsUntilTheFirstHasEnded()
    {
        await using var force = await TestForce.OpenAsync(Dialect.Sqlite);
        var first = await BeginAsync(force);
        var second = BeginAsync(force);
        await first.ExecuteAsync(Marks.Add, new { name = "first", at = 1L }, Ct);
        Assert.False(second.IsCompleted);
        first.Raise(Marks.Told(1));
        await first.CommitAsync(Ct);
        await first.DisposeAsync();
        await using var waited = await second;
        Assert.Equal(1, await waited.FindAsync(Marks.Count, new { name = "first" }, Ct));
    }

    [Theory]
    [Databases]
    public async Task Reading_DuringAChange_SeesWhatWasCommitted(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await using var session = await BeginAsync(force);
        await session.ExecuteAsync(Marks.Add, new { name = "not yet", at = 1L }, Ct);
        Assert.Equal(1, await session.FindAsync(Marks.Count, new { name = "not yet" }, Ct));
        Assert.Equal(0, await CountAsync(force, "not yet"));
    }

    [Fact]
    public async Task AChangeThatReturnsRows_NeedsASession_AndARecord()
    {
        var claim = Statement.Split<long>(
            sqlServer: "UPDATE publishing.Hearing SET Position = @at OUTPUT inserted.Position WHERE Publisher = @name",
            sqlite: "UPDATE publishing.Hearing SET Position = @at WHERE Publisher = @name RETURNING Position",
            because: "a claim reads what it takes");
        await using var force = await TestForce.OpenAsync(Dialect.Sqlite);
        var store = force.Get<Store<PublishingModule>>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.QueryAsync(claim, new { name = "claimed", at = 5L }, Ct));
        await using (var keeping = await store.BeginBookkeepingAsync("something to claim", Ct))
        {
            await keeping.ExecuteAsync(Marks.Add, new { name = "claimed", at = 1L }, Ct);
            await keeping.CommitAsync(Ct);
        }

        await using var session = await BeginAsync(force);
        Assert.Equal(5, await session.FindAsync(claim, new { name = "claimed", at = 5L }, Ct));
        await Assert.ThrowsAsync<UnrecordedChangeException>(() => session.CommitAsync(Ct));
    }

    private static Task<Session> BeginAsync(TestForce force) =>
        force.Get<Store<PublishingModule>>().BeginAsync(force.ActOf(TestForce.Staff(7), Marks.Kind), Ct);

    private static Task<long> CountAsync(TestForce force, string name) => force.Get<Store<PublishingModule>>().FindAsync(Marks.Count, new { name }, Ct);
}
