using System.Text;
using System.Text.Json.Nodes;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>What the force publishes on the real network, as others see it.</summary>
public sealed class PublishingTests(TheNetwork theNetwork)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_HasItsPictureItsAltTextAndItsLanguage()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var outbound = night.Channel.Intend("7300000000000000001", "Have you seen this man? Ring 101.") with
        {
            Languages = ["en-GB"],
            Media = [new OutboundMedia(Pictures.Dot, "image/png", "A man in a blue coat", 1, 1)],
        };
        var published = ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(outbound, Ct));
        var post = await SeenAsync(night, published.NetworkId);
        Assert.Equal("Have you seen this man? Ring 101.", (string?)post["record"]!["text"]);
        Assert.Equal("en-GB", (string?)post["record"]!["langs"]![0]);
        Assert.Equal("A man in a blue coat", (string?)post["embed"]!["images"]![0]!["alt"]);
        Assert.StartsWith("https://bsky.app/profile/", published.Permalink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MarksLinksMentionsAndTags()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var text = $"💙 Diolch @{night.Stranger.Handle}! Cŵn: https://police.example/cŵn?id=1. #Ceredigion @nobody.invalid";
        var published = ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(night.Channel.Intend("11", text), Ct));
        var record = (await SeenAsync(night, published.NetworkId))["record"]!;
        var bytes = Encoding.UTF8.GetBytes(text);
        var marked = record["facets"]!.AsArray().Select(facet =>
            Encoding.UTF8.GetString(bytes[(int)facet!["index"]!["byteStart"]!..(int)facet["index"]!["byteEnd"]!]));
        Assert.Equal([$"@{night.Stranger.Handle}", "https://police.example/cŵn?id=1", "#Ceredigion"], marked);
    }

    [Fact]
    public async Task Reply_HasItsPictures_EachWithItsAltText_InTheThread()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var appeal = await night.Force.PostAsync("Which way is open?", Ct);
        var comment = await night.Stranger.ReplyAsync(appeal, "Is it the bridge?", Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        var outbound = night.Channel.Intend("14", "The bridge is closed; go by the mill.") with
        {
            Kind = OutboundKind.PublicReply,
            InReplyTo = item.NetworkId,
            ThreadId = item.ThreadId,
            ReplyHandle = item.ReplyHandle,
            Media = [new OutboundMedia(Pictures.Dot, "image/png", "A closed bridge", 1, 1), new OutboundMedia(Pictures.Dot, "image/png", "A map of the way by the mill", 1, 1)],
        };
        var published = ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(outbound, Ct));
        var post = await SeenAsync(night, published.NetworkId);
        Assert.Equal(comment.Uri, (string?)post["record"]!["reply"]!["parent"]!["uri"]);
        Assert.Equal(["A closed bridge", "A map of the way by the mill"], post["embed"]!["images"]!.AsArray().Select(i => (string?)i!["alt"]));
    }

    [Fact]
    public async Task Reply_StandsInTheThread()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var appeal = await night.Force.PostAsync("Have you seen this man?", Ct);
        var comment = await night.Stranger.ReplyAsync(appeal, "At the bridge", Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        var outbound = night.Channel.Intend("12", "Thank you. Please ring 101.") with
        {
            Kind = OutboundKind.PublicReply,
            InReplyTo = item.NetworkId,
            ThreadId = item.ThreadId,
            ReplyHandle = item.ReplyHandle,
        };
        var published = ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(outbound, Ct));
        var record = (await SeenAsync(night, published.NetworkId))["record"]!;
        Assert.Equal((appeal.Uri, comment.Uri), ((string?)record["reply"]!["root"]!["uri"], (string?)record["reply"]!["parent"]!["uri"]));
        var answer = await night.Stranger.ReplyAsync(new(published.NetworkId, (string)JsonNode.Parse(published.Receipt.Span)!["cid"]!, appeal), "I did.", Ct);
        var next = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.Equal((answer.Uri, ItemKind.Comment, appeal.Uri), (next.NetworkId, next.Kind, next.ThreadId));
    }

    [Fact]
    public async Task DirectMessage_ReachesThePerson_OncePerIntent()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var one = night.Channel.Intend("21", "We have found him.") with { Kind = OutboundKind.PrivateMessage, Recipient = night.Stranger.Did };
        var other = one with { Key = "22" };
        var first = ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(one, Ct));
        night.Channel.Restart();
        Assert.Equal(first.NetworkId, ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(one, Ct)).NetworkId);
        Assert.Equal(first.NetworkId, ForceChannel.Succeeds(await night.Channel.Connector.FindAsync(one, Ct)).Post?.NetworkId);
        Assert.IsType<Outcome<Sighting>.Retry>(await night.Channel.Connector.FindAsync(other, Ct));
        Assert.NotEqual(first.NetworkId, ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(other, Ct)).NetworkId);
        Assert.Equal(["We have found him.", "We have found him."], (await night.Stranger.ReadMessagesAsync(night.Force, Ct)).Select(message => message.Text));
        Assert.IsType<Outcome<Deleted>.Refused>(await night.Channel.Connector.DeleteAsync(first.NetworkId, Ct));
    }

    [Fact]
    public async Task DirectMessage_AnswersWhereThePersonWrote()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        await night.Stranger.MessageAsync(night.Force, "Can you help me?", Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        var outbound = night.Channel.Intend("23", "We can. Where are you?") with { Kind = OutboundKind.PrivateMessage, ReplyHandle = item.ReplyHandle };
        ForceChannel.Succeeds(await night.Channel.Connector.PublishAsync(outbound, Ct));
        Assert.Equal("We can. Where are you?", (await night.Stranger.ReadMessagesAsync(night.Force, Ct))[^1].Text);
    }

    [Fact]
    public async Task Delete_OfSomebodyElsesPost_IsRefused()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var theirs = await night.Stranger.PostAsync("Mine", Ct);
        Assert.IsType<Outcome<Deleted>.Refused>(await night.Channel.Connector.DeleteAsync(theirs.Uri, Ct));
        Assert.Equal(1, await night.Stranger.CountAsync("Mine", Ct));
    }

    [Fact]
    public async Task Length_IsCountedAsTheNetworkCounts()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        foreach (var letter in new[] { "e", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "e\u0301", "한" })
        {
            var longest = "";
            while (night.Channel.Connector.CountLength(longest + letter) <= 300)
                longest += letter;
            await night.Stranger.PostAsync(longest, Ct); // the network agrees that it is not too long
            await Assert.ThrowsAsync<InvalidOperationException>(() => night.Stranger.PostAsync(longest + letter, Ct));
        }
    }

    private static Task<JsonNode> SeenAsync(Night night, string uri) => Network.Eventually.GetAsync(
        async () => (await night.Stranger.ReadFeedAsync(night.Force, Ct)).FirstOrDefault(post => (string?)post["uri"] == uri), "the post in the feed", Ct);
}
