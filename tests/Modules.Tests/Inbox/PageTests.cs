using Microsoft.Data.Sqlite;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class PageTests
{
    private static readonly ActKind Storing = new("test.store-half-a-page");

    [Theory, Databases]
    public async Task Page_WhenItIsBig_MovesThePositionWithItsLastPartOnly(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var page = Given.Page("next", Many(250));
        var parts = Taking.Of(force.Channels[100], page, TestForce.Start, force.Get<Ids>(), 100).ToList();
        Assert.Equal([(100, false, null), (100, false, null), (50, true, "next")], parts.Select(p => (p.Arrivals.Count, p.MovesPosition, p.Next)));

        await StoreAsync(force, parts[0]);
        Assert.Null(await PositionAsync(force));
        Assert.Equal(100, (await force.MessagesAsync()).Count);

        // The host is killed here; the page is fetched again from where the last whole one ended.
        Assert.Equal(150, await force.Get<Intake>().TakeAsync(force.Channels[100], page, InboxForce.Ct));
        Assert.Equal("next", await PositionAsync(force));
        Assert.Equal(250, (await force.MessagesAsync()).Count);
        await CountersEqualARecountAsync(force);
    }

    [Theory, Databases]
    public async Task Page_WhenHalfOfItWasStored_KeepsWhereEachItemCameFrom(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var page = Given.Page("next", Many(150));
        await StoreAsync(force, Taking.Of(force.Channels[100], page, TestForce.Start, force.Get<Ids>(), 100).First());
        await force.Get<Intake>().TakeAsync(force.Channels[100], page, InboxForce.Ct);

        var exchanges = (await force.Store.QueryAsync(Stored.Exchanges, null, InboxForce.Ct)).Select(e => e.Id).ToHashSet();
        Assert.Equal(2, exchanges.Count);
        Assert.All(await force.Store.QueryAsync(Stored.Items, null, InboxForce.Ct), i => Assert.Contains(i.ExchangeId, exchanges));
    }

    [Fact]
    public async Task Page_ThatCannotBeStored_HoldsUpNoOther()
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite, intake: false);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(force.Get<DataFolder>().Path, "inbox.db")};Pooling=False"))
        {
            await connection.OpenAsync(InboxForce.Ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER Refuse BEFORE INSERT ON CapturedItem WHEN new.NetworkId = 'poison' BEGIN SELECT RAISE(ABORT, 'disk'); END";
            await command.ExecuteNonQueryAsync(InboxForce.Ct);
        }

        var good = force.TakeAsync(Given.Item("m1"));
        var bad = force.Get<Intake>().TakeAsync(force.Channels[200], Given.Page("beyond", Given.Item("poison"), Given.Item("m2")), InboxForce.Ct);
        var other = force.TakeAsync(Given.Item("m3"));
        await force.Get<Intake>().StartAsync(InboxForce.Ct);

        var stored = await Task.WhenAll(good, other);
        Assert.Equal([1, 1], stored);
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.Equal(["m1", "m3"], (await force.MessagesAsync()).Select(m => m.NetworkId));
        Assert.Null(await PositionAsync(force, 200));
    }

    [Theory, Databases]
    public async Task Page_WithNothingInIt_MovesThePosition(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.Get<Intake>().TakeAsync(force.Channels[100], Given.Page("p1"), InboxForce.Ct);
        await force.Get<Intake>().TakeAsync(force.Channels[100], Given.Page("p2"), InboxForce.Ct);

        Assert.Equal("p2", await PositionAsync(force));
        Assert.Empty(await force.RaisedAsync<Contracts.Inbox.ItemCaptured>());
    }

    [Theory, Databases]
    public async Task Line_WhenTheHostIsStartedAgain_GoesOnFromTheStoredPosition(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.PageAfter[""] = Given.Page("p1", Given.Item("m1"));
        force.Lines.PageAfter["p1"] = Given.Page("p2", Given.Item("m1"), Given.Item("m2"));
        await RunLineUntilAsync(force, () => force.Lines.Asked.Contains("p2"));
        Assert.Equal([null, "p1", "p2"], force.Lines.Asked.Take(3));
        force.Lines.Asked.Clear();
        await RunLineUntilAsync(force, () => !force.Lines.Asked.IsEmpty);

        Assert.All(force.Lines.Asked, after => Assert.Equal("p2", after));
        Assert.Equal(["m1", "m2"], (await force.MessagesAsync()).Select(m => m.NetworkId));
    }

    [Theory, Databases]
    public async Task Collector_AsksConnectedChannelsAlone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Channels[100] = Given.Channel(state: ChannelState.NeedsReconnecting);
        using var collector = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<Collector>(force.Force.Services);
        await collector.StartAsync(InboxForce.Ct);
        await force.AdvanceUntilAsync(() => force.Lines.Used.Count > 2, "channel 200 is asked");
        Assert.DoesNotContain(100, force.Lines.Used);
        force.Channels[100] = Given.Channel();
        force.Channels[200] = Given.Channel(200, state: ChannelState.Paused);
        await force.AdvanceUntilAsync(() => force.Lines.Used.Contains(100), "channel 100 is asked again");
        await force.AdvanceUntilAsync(() => force.Lines.Used.TakeLast(5).All(id => id == 100), "channel 200 is left alone");
        await collector.StopAsync(InboxForce.Ct);
    }

    [Theory, Databases]
    public async Task Pages_OfTwoChannelsAtOnce_AreAllStoredOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await Task.WhenAll(RaceAsync(force, 100), RaceAsync(force, 200));

        var messages = await force.MessagesAsync();
        Assert.Equal(1_000, messages.Count);
        Assert.Equal(1_000, messages.Select(m => RowKey.Read(m.MessageKey)).Distinct().Count());
        Assert.Equal(("499", "499"), (await PositionAsync(force), await PositionAsync(force, 200)));
        await CountersEqualARecountAsync(force);
    }

    internal static async Task CountersEqualARecountAsync(InboxForce force)
    {
        var recounted = (await force.ConversationsAsync()).SelectMany(c => c.Queues().Select(q => (c.ChannelId, Team: c.TeamId ?? 0, Queue: q)))
            .CountBy(k => k).Select(p => (p.Key.ChannelId, p.Key.Team, p.Key.Queue, p.Value)).Order();
        var counted = (await force.Store.QueryAsync(Stored.Tallies, null, InboxForce.Ct)).Select(t => (t.ChannelId, t.TeamId, t.Queue, t.N)).Order();
        Assert.Equal(recounted, counted);
    }

    private static CollectedItem[] Many(int count) => [.. Enumerable.Range(0, count).Select(n => Given.Item($"m{n}", author: $"a{n % 7}"))];

    private static async Task RaceAsync(InboxForce force, long channel)
    {
        for (var n = 0; n < 500; n++)
            await force.Get<Intake>().TakeAsync(force.Channels[channel], Given.Page($"{n}", Given.Item($"m{n}", author: $"a{n % 20}"), Given.Item($"m{n / 2}")), InboxForce.Ct);
    }

    private static async Task RunLineUntilAsync(InboxForce force, Func<bool> reached)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(InboxForce.Ct);
        var running = force.Get<CollectingLine>().RunAsync(100, stop.Token);
        await TestForce.UntilAsync(() => Task.FromResult(reached()), "the line asks for the next page");
        await stop.CancelAsync();
        await running;
    }

    private static async Task StoreAsync(InboxForce force, Taking part)
    {
        await using var session = await force.Store.BeginAsync(force.Get<ActFactory>().ByService(Storing), InboxForce.Ct);
        Assert.NotNull(await force.Get<IntakeBatch>().ApplyAsync(session, [part], InboxForce.Ct));
        await session.CommitAsync(InboxForce.Ct);
    }

    private static Task<string?> PositionAsync(InboxForce force, long channelId = 100) =>
        force.Store.FindAsync(IntakeStatements.Position, new { channelId }, InboxForce.Ct);
}
