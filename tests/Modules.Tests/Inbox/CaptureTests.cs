using System.Security.Cryptography;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class CaptureTests
{
    [Theory, Databases]
    public async Task Capture_KeepsTheBytesAsReceived_WithTheirHashAndWhereTheyCameFrom(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var item = Given.Item("m1") with { Raw = new byte[] { 0, 255, 13, 10, 0xC3, 0x28 } };
        Assert.Equal(1, await force.TakeAsync(item));

        var stored = Assert.Single(await force.Store.QueryAsync(Stored.Items, null, InboxForce.Ct));
        Assert.Equal(item.Raw.ToArray(), stored.Raw);
        Assert.Equal(SHA256.HashData(item.Raw.Span), stored.RawSha256);
        var exchange = Assert.Single(await force.Store.QueryAsync(Stored.Exchanges, null, InboxForce.Ct));
        Assert.Equal((exchange.Id, "GET https://fake.example/feed", 200), (stored.ExchangeId, exchange.Request, exchange.Status));
        var captured = Assert.Single(await force.RaisedAsync<ItemCaptured>());
        Assert.Equal((stored.Id, "Created", Convert.ToBase64String(stored.RawSha256)), (captured.ItemId, captured.Change, captured.RawSha256));
    }

    [Theory, Databases]
    public async Task Capture_WhenTheNetworkHandsItOverAgain_ChangesNothing(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1"));
        Assert.Equal(0, await force.TakeAsync(Given.Item("m1")));
        Assert.Equal(1, await force.TakeAsync(Given.Item("m1"), Given.Item("m2"), Given.Item("m2")));

        Assert.Equal(2, (await force.Store.QueryAsync(Stored.Items, null, InboxForce.Ct)).Count);
        Assert.Equal(2, Assert.Single(await force.ConversationsAsync()).MessageCount);
        Assert.Equal(2, (await force.RaisedAsync<ItemCaptured>()).Count);
    }

    [Theory, Databases]
    public async Task Capture_WhenTwoPagesOfOneTransactionHoldIt_StoresItOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect, intake: false);
        var both = Task.WhenAll(force.TakeAsync(Given.Item("m1")), force.TakeAsync(Given.Item("m1"), Given.Item("m2")));
        await force.Get<Intake>().StartAsync(InboxForce.Ct);

        var stored = await both;
        Assert.Equal([1, 1], stored);
        Assert.Equal(2, (await force.MessagesAsync()).Count);
    }

    [Theory, Databases]
    public async Task Capture_UnderTwoPosts_IsTwoConversationsOfOneContact(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1", thread: "post-1"), Given.Item("m2", thread: "post-2"), Given.Item("m3", author: "finch", thread: "post-2"));

        var conversations = await force.ConversationsAsync();
        Assert.Equal(["post-1", "post-2", "post-2"], conversations.Select(c => c.ThreadId));
        Assert.Equal(conversations[0].ContactId, conversations[1].ContactId);
        Assert.NotEqual(conversations[1].ContactId, conversations[2].ContactId);
    }

    [Theory, Databases]
    public async Task Capture_OfAPrivateThread_IsOnePrivateConversationOfBothSides(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var ours = Given.Private("m2", "We can.") with { Author = Given.Us, FromChannel = true, Recipient = Given.Person("wren") };
        await force.TakeAsync(Given.Private("m1"), ours, Given.Item("m3", thread: "talk-1"));

        var conversations = await force.ConversationsAsync();
        Assert.Equal([(Audience.Private, 2), (Audience.Public, 1)], conversations.Select(c => (c.Audience, c.MessageCount)));
        Assert.Single(await force.Store.QueryAsync(Stored.Contacts, null, InboxForce.Ct));
    }

    [Theory, Databases]
    public async Task Capture_OfOurOwnAnswer_FollowsWhatItAnswersAndIsNoWork(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var conversation = await force.ConversationAsync();
        await force.TakeAsync(Given.Own("o1", "wren-first", "Stay on the line, nobody will kill myself jokes"));

        var after = Assert.Single(await force.ConversationsAsync());
        Assert.Equal((2, conversation.LastInboundAt, null), (after.MessageCount, after.LastInboundAt, after.FlaggedAt));
        Assert.Null((await force.MessagesAsync())[1].ContactId);
    }

    [Theory, Databases]
    public async Task Capture_OfWhatOurChannelBegan_WaitsForTheOtherSide(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Private("o1", "You wrote to us on paper.") with { Author = Given.Us, FromChannel = true, Recipient = Given.Person("wren") });
        Assert.Equal(ConversationState.Waiting, Assert.Single(await force.ConversationsAsync()).State);
        await force.TakeAsync(Given.Private("m1", "Yes I did"));

        Assert.Equal(ConversationState.Unread, Assert.Single(await force.ConversationsAsync()).State);
    }

    [Theory, Databases]
    public async Task Capture_WhenAContactIsRenamed_ShowsTheNewNameAndKeepsOneContact(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1"));
        await force.TakeAsync(Given.Item("m2") with { Author = new("did:wren", "wren.new", "Jenny Wren") }, Given.Item("m3") with { Author = new("did:wren", "", "J. Wren") });

        var contact = Assert.Single(await force.Store.QueryAsync(Stored.Contacts, null, InboxForce.Ct));
        Assert.Equal(("wren.new", "J. Wren"), (contact.Handle, contact.DisplayName));
    }

    [Theory, Databases]
    public async Task Capture_OfAnExercise_IsNeverMixedWithTheRealThing(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Channels[300] = Given.Channel(300, rehearsal: true);
        force.Channels[400] = Given.Channel(400, rehearsal: true);
        foreach (var channel in new long[] { 100, 200, 300, 400 })
            await force.TakeOnAsync(channel, Given.Item("m1"));

        var contacts = await force.Store.QueryAsync(Stored.Contacts, null, InboxForce.Ct);
        Assert.Equal([false, true, true], contacts.Select(c => c.Rehearsal));
        Assert.Equal([false, false, true, true], (await force.ConversationsAsync()).Select(c => c.Rehearsal));
        Assert.Equal(4, (await force.MessagesAsync()).Count);
    }

    [Theory, Databases]
    public async Task Capture_WhenAnAnswerComesToWhatWasResolved_IsWorkAgain(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        await force.Get<PoliceSocial.Inbox.Triage.MoveConversation>().HandleAsync(InboxForce.Rees, new(id, ConversationState.Resolved, null), InboxForce.Ct);
        await force.TakeAsync(Given.Item("m2", "One more thing"));

        var after = await force.LoadAsync(id);
        Assert.Equal((ConversationState.Unread, null, "One more thing"), (after.State, after.FirstSeenAt, after.LastText));
    }

    [Theory, Databases]
    public async Task Capture_OfAClaimedFutureTime_DoesNotHoldTheAnsweringWindowOpen(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Private("m1") with { NetworkTime = DateTimeOffset.MaxValue });

        var conversation = Assert.Single(await force.ConversationsAsync());
        Assert.Equal(TestForce.Start, conversation.LastInboundAt);
        Assert.Equal(DateTimeOffset.MaxValue.Year, conversation.LastNetworkTime.Year);
    }
}
