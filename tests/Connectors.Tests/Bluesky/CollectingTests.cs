using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>What people write on the real network, as it arrives.</summary>
public sealed class CollectingTests(TheNetwork theNetwork)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comment_OnOurPost_ComesWithThePostItAnswers()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        await night.Stranger.NameAsync("Sam", Ct);
        var appeal = await night.Force.PostAsync("Have you seen this man?", Ct);
        var comment = await night.Stranger.ReplyAsync(appeal, "I saw him at the bridge 💙", Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.Equal((ItemKind.Comment, ItemChange.Created, comment.Uri, comment.Cid), (item.Kind, item.Change, item.NetworkId, item.VersionId));
        Assert.Equal("I saw him at the bridge 💙", item.Text);
        Assert.Equal((appeal.Uri, appeal.Uri), (item.ThreadId, item.InReplyTo));
        Assert.Equal((appeal.Uri, "Have you seen this man?", true), (item.OnPost?.NetworkId, item.OnPost?.Text, item.OnPost?.FromChannel));
        Assert.Equal((night.Stranger.Did, night.Stranger.Handle), (item.Author.NetworkId, item.Author.Handle));
        Assert.Equal($"https://bsky.app/profile/{night.Stranger.Did}/post/{comment.Key}", item.Permalink);
        Assert.False(item.FromChannel);
    }

    [Fact]
    public async Task Comment_ThatAlsoNamesUs_IsAComment()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var appeal = await night.Force.PostAsync("Have you seen this man?", Ct);
        await night.Stranger.ReplyAsync(appeal, $"@{night.Force.Handle} please call me", Ct, night.Force);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.Equal(ItemKind.Comment, item.Kind);
    }

    [Fact]
    public async Task MentionsAndQuotes_AreWhatTheyAre_AndLikesAreNothing()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var appeal = await night.Force.PostAsync("Have you seen this man?", Ct);
        await night.Stranger.LikeAsync(appeal, Ct);
        await night.Stranger.FollowAsync(night.Force, Ct);
        var mention = await night.Stranger.PostAsync($"Thank you @{night.Force.Handle}", Ct, night.Force);
        var quote = await night.Stranger.QuoteAsync(appeal, "Please share", Ct);
        var items = await night.Channel.CollectAsync(items => items.Count >= 2, Ct);
        Assert.Equal([(mention.Uri, ItemKind.Mention), (quote.Uri, ItemKind.Quote)], items.Select(item => (item.NetworkId, item.Kind)));
        Assert.Equal(mention.Uri, items[0].ThreadId);
    }

    [Fact]
    public async Task DirectMessages_ComeInOneStreamWithTheRest()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        await night.Stranger.PostAsync($"@{night.Force.Handle} are you there?", Ct, night.Force);
        var message = await night.Stranger.MessageAsync(night.Force, "I did not want to say it in public.", Ct);
        var items = await night.Channel.CollectAsync(items => items.Count >= 2, Ct);
        var received = Assert.Single(items, item => item.Kind == ItemKind.PrivateMessage);
        Assert.Equal("I did not want to say it in public.", received.Text);
        Assert.Equal((message.ConversationId, night.Stranger.Handle, false), (received.ThreadId, received.Author.Handle, received.FromChannel));
        await night.Force.MessageAsync(night.Stranger, "Written with another tool.", Ct);
        var own = Assert.Single(await night.Channel.CollectAsync(more => more.Count >= 1, Ct));
        Assert.Equal((true, night.Stranger.Did, night.Stranger.Handle), (own.FromChannel, own.Recipient?.NetworkId, own.Recipient?.Handle));
    }

    [Fact]
    public async Task DirectMessage_HiddenByTheChannel_LeavesATombstone()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var message = await night.Stranger.MessageAsync(night.Force, "Hello", Ct);
        var written = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        await night.Force.HideAsync(message, Ct);
        var hidden = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.Equal((ItemChange.Deleted, written.NetworkId, ""), (hidden.Change, hidden.NetworkId, hidden.Text));
    }

    [Fact]
    public async Task WithoutTheRightToDirectMessages_ThePublicPartGoesOn()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct, directMessages: false);
        await night.Stranger.PostAsync($"@{night.Force.Handle} hello", Ct, night.Force);
        Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        await night.Channel.CollectOnceAsync(Ct);
        Assert.Single(night.Channel.Log, line => line.Contains("no access to direct messages", StringComparison.Ordinal));
        Assert.Equal(0, ForceChannel.Succeeds(await night.Channel.Connector.ReadLimitsAsync(Ct)).PrivateLength);
    }

    [Fact]
    public async Task Edits_AreObserved()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var appeal = await night.Force.PostAsync("Have you seen this man?", Ct);
        var comment = await night.Stranger.ReplyAsync(appeal, "At the bridge", Ct);
        await night.Channel.CollectAsync(items => items.Count >= 1, Ct);
        var changed = await night.Stranger.EditAsync(comment, "At the station", Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.Equal((ItemChange.Edited, comment.Uri, changed.Cid, "At the station"), (item.Change, item.NetworkId, item.VersionId, item.Text));
        Assert.Equal((ItemKind.Comment, appeal.Uri), (item.Kind, item.ThreadId));
    }

    [Fact]
    public async Task Deletions_AreObserved_WithTheServersWordForIt()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var mention = await night.Stranger.PostAsync($"@{night.Force.Handle} I know who did it", Ct, night.Force);
        await night.Channel.CollectAsync(items => items.Count >= 1, Ct);
        await night.Stranger.DeleteAsync(mention, Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.Equal((ItemChange.Deleted, mention.Uri, ""), (item.Change, item.NetworkId, item.Text));
        Assert.Equal(night.Stranger.Did, item.Author.NetworkId);
        Assert.Contains("RecordNotFound", System.Text.Encoding.UTF8.GetString(item.Raw.Span), StringComparison.Ordinal);
        Assert.Empty((await night.Channel.CollectOnceAsync(Ct)).Items);
    }

    [Fact]
    public async Task BackdatedPost_IsNotPassedOver()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        await night.Stranger.PostAsync($"@{night.Force.Handle} on time", Ct, night.Force);
        await night.Channel.CollectAsync(items => items.Count >= 1, Ct);
        var earlier = TimeProvider.System.GetUtcNow().AddHours(-3);
        await night.Stranger.PostAsync($"@{night.Force.Handle} my clock is wrong", earlier, Ct, night.Force);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        Assert.EndsWith("my clock is wrong", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_IsFetchedAsItWasPosted_UpToAMaximum()
    {
        await using var night = await Night.BeginAsync(theNetwork, Ct);
        var appeal = await night.Force.PostAsync("Have you seen this man?", Ct);
        await night.Stranger.ReplyAsync(appeal, "This one?", Pictures.OfADot("A man on a bridge"), Ct);
        var item = Assert.Single(await night.Channel.CollectAsync(items => items.Count >= 1, Ct));
        var media = Assert.Single(item.Media);
        Assert.Equal(("image/png", "A man on a bridge", Pictures.Dot.Length), (media.MediaType, media.AltText, media.Bytes));
        var content = ForceChannel.Succeeds(await night.Channel.Connector.FetchMediaAsync(media, 1_000, Ct));
        Assert.Equal(Pictures.Dot, content.Bytes.ToArray());
        Assert.IsType<Outcome<MediaContent>.Refused>(await night.Channel.Connector.FetchMediaAsync(media, Pictures.Dot.Length - 1, Ct));
    }
}
