using System.Text.Json.Nodes;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>Floods, ties and other trouble with a network that pages newest first.</summary>
public sealed class PagingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flood_WithinOneMillisecond_LosesNothingAtThePagesEdges()
    {
        await using var night = new FakeNight();
        var at = night.Clock.GetUtcNow().AddMinutes(-1);
        for (var number = 0; number < 90; number++)
            night.Bluesky.Mention($"before {number}", at.AddSeconds(-1));
        for (var number = 0; number < 60; number++)
            night.Bluesky.Mention($"same {number}", at);
        for (var number = 0; number < 70; number++)
            night.Bluesky.Mention($"after {number}", at.AddSeconds(1));
        var items = await night.Channel.CollectAsync(items => items.Count >= 220, Ct);
        Assert.Equal(220, items.Select(item => item.Text).Distinct().Count());
        Assert.Equal(220, items.Count);
        Assert.Equal(items.OrderBy(item => item.NetworkTime).Select(item => item.NetworkTime), items.Select(item => item.NetworkTime));
        Assert.Empty(night.Channel.Signs);
    }

    [Fact]
    public async Task Flood_BetweenTwoPages_IsHandedOverOnceAcrossRestarts()
    {
        await using var night = new FakeNight();
        night.Bluesky.Mention("first");
        await night.Channel.CollectOnceAsync(Ct);
        for (var number = 0; number < 250; number++)
            night.Bluesky.Mention($"flood {number}");
        var texts = new List<string>();
        for (var more = true; more;)
        {
            var page = await night.Channel.CollectOnceAsync(Ct);
            texts.AddRange(page.Items.Select(item => item.Text));
            more = page.More;
            night.Channel.Restart();
        }
        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"flood {number}"), texts);
    }

    [Fact]
    public async Task Flood_BeyondWhatCanBeReadBack_IsToldAsAGap()
    {
        await using var night = new FakeNight();
        night.Bluesky.Mention("first");
        await night.Channel.CollectOnceAsync(Ct);
        for (var number = 0; number < 5_200; number++)
            night.Bluesky.Mention($"flood {number}");
        night.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await night.Channel.CollectOnceAsync(Ct);
        Assert.Equal((100, true), (page.Items.Count, page.More));
        var gap = Assert.IsType<ChannelSign.Gap>(Assert.Single(night.Channel.Signs));
        Assert.True(gap.From < gap.To);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(400)]
    public async Task BackdatedPost_HoweverLongAgoItClaims_IsNotPassedOver(int days)
    {
        await using var night = new FakeNight();
        var now = night.Clock.GetUtcNow();
        for (var number = 0; number < 150; number++)
            night.Bluesky.Mention($"of old {number}", now.AddDays(-30).AddMinutes(-number));
        night.Bluesky.Mention("on time", now.AddMinutes(-1));
        var first = await night.Channel.CollectAsync(items => items.Count >= 1, Ct);
        night.Bluesky.Backdate("my clock is wrong", now.AddDays(-days));
        var later = new List<CollectedItem>();
        for (var minute = 0; minute < 80; minute += 4)
        {
            night.Clock.Advance(TimeSpan.FromMinutes(4));
            later.AddRange((await night.Channel.CollectOnceAsync(Ct)).Items);
        }

        Assert.Contains(first, item => item.Text == "on time");
        Assert.Equal("my clock is wrong", Assert.Single(later).Text);
    }

    [Fact]
    public async Task Quote_ComesWithThePostThatItShares()
    {
        await using var night = new FakeNight();
        var appeal = night.Bluesky.Show("Have you seen this man?");
        night.Bluesky.Quote("Please share", appeal);
        var item = Assert.Single((await night.Channel.CollectOnceAsync(Ct)).Items);

        Assert.Equal((ItemKind.Quote, appeal, "Have you seen this man?", true), (item.Kind, item.OnPost?.NetworkId, item.OnPost?.Text, item.OnPost?.FromChannel));
        Assert.Equal(item.NetworkId, item.ThreadId);
    }

    [Fact]
    public async Task OneDeepRecord_DoesNotKeepTheOthersAway()
    {
        await using var night = new FakeNight();
        night.Bluesky.Mention("before");
        var deep = JsonNode.Parse("1");
        for (var level = 0; level < 60; level++)
            deep = new JsonArray(deep);
        night.Bluesky.Notify(Notification(new JsonObject { ["text"] = "deep", ["x"] = deep }));
        night.Bluesky.Mention("after");
        var page = await night.Channel.CollectOnceAsync(Ct);
        Assert.Equal(["after", "before", "deep"], page.Items.Select(item => item.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RecordsTooLargeForOnePage_AreFetchedInSmallerOnes()
    {
        await using var night = new FakeNight();
        for (var number = 0; number < 12; number++)
            night.Bluesky.Mention(new string('a', 900_000));
        Assert.Equal(12, (await night.Channel.CollectAsync(items => items.Count >= 12, Ct)).Count);
    }

    [Fact]
    public async Task NotificationThatCannotBeRead_IsHandedOverAsItCame()
    {
        await using var night = new FakeNight();
        night.Bluesky.Notify(new JsonObject { ["reason"] = "mention", ["uri"] = 7, ["cid"] = new JsonObject(), ["author"] = "nobody", ["record"] = null });
        var item = Assert.Single((await night.Channel.CollectOnceAsync(Ct)).Items);
        Assert.StartsWith("unreadable:", item.NetworkId, StringComparison.Ordinal);
        Assert.Contains("nobody", System.Text.Encoding.UTF8.GetString(item.Raw.Span), StringComparison.Ordinal);
        Assert.Empty((await night.Channel.CollectOnceAsync(Ct)).Items);
    }

    private static JsonObject Notification(JsonObject record) => new()
    {
        ["uri"] = "at://did:plc:strangerstrangerstranger/app.bsky.feed.post/deep",
        ["cid"] = "bafydeep",
        ["author"] = new JsonObject { ["did"] = "did:plc:strangerstrangerstranger", ["handle"] = "stranger.test" },
        ["reason"] = "mention",
        ["record"] = record,
        ["indexedAt"] = "2026-11-07T02:00:00.000Z",
    };
}
