using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests.Platform;

public sealed class MigratorTests
{
    private static readonly Statement Forge = Statement.Of("UPDATE publishing.Migration SET Checksum = @checksum WHERE Script = @script");
    private static readonly Statement Forget = Statement.Of("DELETE FROM publishing.Migration WHERE Script = @script");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [Databases]
    public async Task Migrate_ASecondTime_RunsNothing(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        Assert.Empty(await force.Get<Migrator>().MigrateAsync(Ct));
        Assert.Empty(await force.Get<Migrator>().PendingAsync(Ct));
    }

    [Theory]
    [Databases]
    public async Task Migrate_WhenAScriptThatRanWasChanged_IsRefused(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await KeepAsync(force, Forge, new { script = "platform/0001_outbox.sql", checksum = new string('0', 64) });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => force.Get<Migrator>().MigrateAsync(Ct));
        Assert.Contains("platform/0001_outbox.sql of publishing", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Databases]
    public async Task Pending_NamesWhatHasNotRun(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await KeepAsync(force, Forget, new { script = "platform/0001_outbox.sql" });
        Assert.Equal(["platform/0001_outbox.sql"], await force.Get<Migrator>().PendingAsync(Ct));
    }

    [Theory]
    [Databases]
    public async Task Migrate_WhenAScriptFails_KeepsNothingOfIt(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await KeepAsync(force, Forget, new { script = "platform/0001_outbox.sql" });
        await Assert.ThrowsAnyAsync<Exception>(() => force.Get<Migrator>().MigrateAsync(Ct));
        Assert.Equal(["platform/0001_outbox.sql"], await force.Get<Migrator>().PendingAsync(Ct));
    }

    [Fact]
    public async Task Scripts_BeginEachSchemaWithThePlatformsTables_AndFollowTheirNumbers()
    {
        await using var force = await TestForce.OpenAsync(Dialect.Sqlite);
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            var scripts = force.Get<Migrator>().Scripts(dialect).ToList();
            Assert.Equal(force.Get<ModuleList>().Schemas, scripts.Select(s => s.Schema).Distinct());
            Assert.All(scripts.GroupBy(s => s.Schema), g =>
            {
                Assert.StartsWith("platform/", g.First().Key, StringComparison.Ordinal);
                var own = g.Where(s => !s.Key.StartsWith("platform/", StringComparison.Ordinal)).Select(s => s.Key).ToList();
                Assert.Equal(own.Order(StringComparer.Ordinal), own);
            });
            Assert.All(scripts, s => Assert.DoesNotContain("$(schema)", s.Text, StringComparison.Ordinal));
        }
    }

    private static async Task KeepAsync(TestForce force, Statement statement, object args)
    {
        await using var session = await force.Get<Store<PublishingModule>>().BeginBookkeepingAsync("the journal is tampered with", Ct);
        Assert.Equal(1, await session.ExecuteAsync(statement, args, Ct));
        await session.CommitAsync(Ct);
    }
}
