using PoliceSocial.Connectors.Sdk;
using static PoliceSocial.Rehearsal.Tests.Exercising;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class FloodTests
{
    private static string Night(int messages, int seed) => $$"""
        title: A flood
        seed: {{seed}}
        timeline:
          - { at: +00:00, name: appeal, by: force, says: Stay away from the ground }
          - at: +00:10
            name: rush
            flood:
              messages: {{messages}}
              over: 00:01:00
              people: 40
              in reply to: appeal
              says: ["{what} at {where}", "is it true about {where}?"]
              words: { what: [smoke, fighting, flares], where: [the gate, the bridge, the station] }
        """;

    private static async Task<List<CollectedItem>> FloodedAsync(int messages, int seed)
    {
        await using var exercise = new Exercising(Night(messages, seed));
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(3));
        return (await exercise.ReadAsync()).Items;
    }

    [Fact]
    public async Task Flood_IsTheSameEveryTime_AndAnotherWithAnotherSeed()
    {
        var (one, two, other) = (await FloodedAsync(500, 1), await FloodedAsync(500, 1), await FloodedAsync(500, 2));
        Assert.Equal(500, one.Count);
        Assert.Equal(one.Select(i => (i.NetworkId, i.Text, i.Author, i.NetworkTime)), two.Select(i => (i.NetworkId, i.Text, i.Author, i.NetworkTime)));
        Assert.NotEqual(one.Select(i => i.Text), other.Select(i => i.Text));
    }

    [Fact]
    public async Task Flood_IsSpreadOverItsTimeAndItsPeople()
    {
        var items = await FloodedAsync(600, 3);
        Assert.Equal(items.Select(i => i.NetworkTime).Order(), items.Select(i => i.NetworkTime));
        Assert.Equal(Evening.AddSeconds(10), items[0].NetworkTime);
        Assert.InRange(items[^1].NetworkTime, Evening.AddSeconds(69), Evening.AddSeconds(70));
        Assert.InRange(items.Select(i => i.Author.NetworkId).Distinct().Count(), 35, 40);
        Assert.Equal(600, items.Select(i => i.NetworkId).Distinct().Count());
        Assert.DoesNotContain(items, i => i.Text.Contains('{', StringComparison.Ordinal));
        Assert.Equal(12, items.Select(i => i.Text).Distinct().Count());
    }

    [Fact]
    public async Task Flood_ComesInPagesOfBoundedSize()
    {
        await using var exercise = new Exercising(Night(20_000, 1));
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(3));
        var (pages, all, after) = (0, 0, (string?)null);
        for (var more = true; more; pages++)
        {
            var page = Succeeded(await exercise.Collector.CollectAsync(after, TimeSpan.Zero, TestContext.Current.CancellationToken));
            Assert.InRange(page.Items.Count, 0, 100);
            (all, after, more) = (all + page.Items.Count, page.Next, page.More);
        }

        Assert.Equal(20_000, all);
        Assert.InRange(pages, 200, 210);
    }

    [Fact]
    public async Task SomebodyFromAFlood_CanBeAnsweredLikeAnybodyElse()
    {
        await using var exercise = new Exercising(Night(50, 1));
        await exercise.ReadAsync();
        exercise.Clock.Advance(TimeSpan.FromMinutes(3));
        var item = (await exercise.ReadAsync()).Items[17];
        Succeeded(await exercise.SayAsync("1", OutboundKind.PublicReply, "No", item));
        Succeeded(await exercise.SayAsync("2", OutboundKind.PrivateMessage, "No", item));
    }
}
