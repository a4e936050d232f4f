using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class ReplyTests
{
    private static readonly ActKind Hearing = new("test.hear-of-a-delivery");

    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Reply_ToWhatNobodyHolds_ClaimsItAndMayGo(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        Assert.IsType<ChangeResult.Done>(await WriteAsync(force, c, "At any station.\r\nBring ID.  "));

        var reply = Assert.Single(await RepliesAsync(force, c));
        Assert.Equal((ReplyState.Going, "At any station.\nBring ID.", c.LastMessageId), (reply.State, reply.Text, reply.ToMessageId));
        var ready = Assert.Single(await force.RaisedAsync<ReplyReady>());
        Assert.Equal((reply.Id, "Public", WriteReply.HashOf(reply.Text), null), (ready.ReplyId, ready.Audience, ready.TextSha256, ready.ApprovedBy));
        Assert.Equal((1L, ConversationState.Open), ((await force.LoadAsync(c.Id)).HolderId, (await force.LoadAsync(c.Id)).State));
        var target = await force.Get<IReplies>().FindAsync(reply.Id, Ct);
        Assert.Equal(("wren-first", "did:wren", "handle-wren-first", Given.Post), (target!.InReplyTo, target.Recipient, target.ReplyHandle, target.ThreadId));
    }

    [Theory, Databases]
    public async Task Reply_WhenAColleagueHoldsIt_IsNotSent(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Okafor, c.Id, Ct);
        await RefusedAsync(force, c, "A colleague holds", WriteAsync(force, c, "Hello"));
    }

    [Theory, Databases]
    public async Task Reply_WhenSomethingNewArrived_IsNotSent(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await force.TakeAsync(Given.Item("m2", "And he has gone blue"));
        await RefusedAsync(force, c, "Something new arrived", WriteAsync(force, c, "Hello"));
        Assert.IsType<ChangeResult.Done>(await WriteAsync(force, await force.LoadAsync(c.Id), "Call 999 now"));
    }

    [Theory, Databases]
    public async Task Reply_WhenTheyChangedOrDeletedWhatItAnswers_IsNotSent(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var item = Given.Item("m1", "Thanks");
        await force.TakeAsync(item);
        var c = Assert.Single(await force.ConversationsAsync());
        await force.TakeAsync(Given.Edit(item, "I have taken tablets"));
        await RefusedAsync(force, c, "they changed what they had written", WriteAsync(force, c, "You are welcome"));
        var seen = (await force.Get<PoliceSocial.Inbox.Reading.ReadConversation>().HandleAsync(InboxForce.Rees, c.Id, Ct))!.NewestInbound;
        await force.TakeAsync(Given.Deletion(item));
        await RefusedAsync(force, c, "they changed what they had written", WriteAsync(force, c with { LastMessageId = seen }, "Stay with us"));
        seen = (await force.Get<PoliceSocial.Inbox.Reading.ReadConversation>().HandleAsync(InboxForce.Rees, c.Id, Ct))!.NewestInbound;
        Assert.IsType<ChangeResult.Done>(await WriteAsync(force, c with { LastMessageId = seen }, "Stay with us"));

        Assert.Equal(c.LastMessageId, Assert.Single(await RepliesAsync(force, c)).ToMessageId);
    }

    [Theory, Databases]
    public async Task Reply_WhenTwoAreWrittenAtOnce_OnlyOneGoes(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        var people = Enumerable.Range(1, 12).Select(n => TestForce.Staff(n, InboxPermissions.Read, InboxPermissions.Reply)).ToList();
        var results = await Task.WhenAll(people.Select(p => Task.Run(() => WriteAsync(force, c, "Hello", person: p))));

        Assert.Single(results.OfType<ChangeResult.Done>());
        Assert.Single(await RepliesAsync(force, c));
        Assert.Single(await force.RaisedAsync<ReplyReady>());
    }

    [Theory, Databases]
    public async Task Reply_WhenAnEarlierOneIsUnderWay_GoesOnlyWhenItIsMeant(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, "Hello");
        await Assert.ThrowsAsync<ReplyUnderWayException>(() => WriteAsync(force, c, "Hello again"));
        Assert.Single(await RepliesAsync(force, c));
        Assert.IsType<ChangeResult.Done>(await WriteAsync(force, c, "Hello again", even: true));
        Assert.Equal(2, (await RepliesAsync(force, c)).Count);
    }

    [Theory, Databases]
    public async Task Reply_ThatIsTooLong_SaysByHowMuch_AndCountsANewLineOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Limits = force.Lines.Limits with { PostLength = 10 };
        var c = await force.ConversationAsync();
        await RefusedAsync(force, c, "2 characters too long", WriteAsync(force, c, "Twelve chars"));
        Assert.IsType<ChangeResult.Done>(await WriteAsync(force, c, "four\r\nfive\r\n"));
    }

    [Theory, Databases]
    public async Task Reply_InPrivate_KeepsToTheNetworksWindow(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Limits = force.Lines.Limits with { PrivateWindow = TimeSpan.FromHours(24) };
        await force.TakeAsync(Given.Private("m1"));
        var c = Assert.Single(await force.ConversationsAsync());
        await RefusedAsync(force, c, "only be answered privately", WriteAsync(force, c, "Hello"));
        force.Force.Clock.Advance(TimeSpan.FromHours(24));
        await RefusedAsync(force, c, "time for answering privately is over", WriteAsync(force, c, "Hello", Audience.Private));
    }

    [Theory, Databases]
    public async Task Reply_InPrivateToAPublicComment_IsANewThread_WhereTheNetworkLetsUs(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        Assert.IsType<ChangeResult.NotAllowed>(await WriteAsync(
            force, c, "Hello", Audience.Private, person: TestForce.Staff(3, InboxPermissions.Read, InboxPermissions.Reply)));
        await WriteAsync(force, c, "Hello", Audience.Private);
        var reply = Assert.Single(await RepliesAsync(force, c));
        var target = await force.Get<IReplies>().FindAsync(reply.Id, Ct);
        Assert.Equal((true, null, "", "did:wren"), (target!.Private, target.ThreadId, target.ReplyHandle, target.Recipient));
    }

    [Theory, Databases]
    public async Task Reply_InPrivate_WhereTheNetworkForbidsToBegin_IsNotSent(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Limits = force.Lines.Limits with { PrivateUnsolicited = false };
        var c = await force.ConversationAsync();
        await RefusedAsync(force, c, "does not let you begin", WriteAsync(force, c, "Hello", Audience.Private));
    }

    [Theory, Databases]
    public async Task Reply_OnAChannelThatIsNotConnected_IsNotSent(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        force.Channels[100] = Given.Channel(state: ChannelState.Paused);
        await RefusedAsync(force, c, "not connected", WriteAsync(force, c, "Hello"));
    }

    [Theory, Databases]
    public async Task Reply_WhereThePersonMayNotLook_SaysNothingOfTheConversation(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        force.Channels[100] = Given.Channel(state: ChannelState.Paused);
        Assert.IsType<ChangeResult.NotFound>(await WriteAsync(force, c, "Hello", person: TriageTests.Limited([200], [])));
    }

    [Theory, Databases]
    public async Task Reply_WhereTheyWroteNothingYet_IsNotSent(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Private("o1") with { Author = Given.Us, FromChannel = true, Recipient = Given.Person("wren") });
        var c = Assert.Single(await force.ConversationsAsync());
        await RefusedAsync(force, c, "not written anything", WriteAsync(force, c, "Hello", Audience.Private));
    }

    [Theory, Databases]
    public async Task Approval_IsAnothersAlone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Channels[100] = Given.Channel(approval: true);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, "Hello");
        var reply = Assert.Single(await RepliesAsync(force, c));
        Assert.Equal(ReplyState.AwaitingApproval, reply.State);
        Assert.Single(await force.RaisedAsync<ReplyAwaitsApproval>());
        Assert.IsType<ChangeResult.Refused>(await DecideAsync(force, reply, ReplyDecision.Approve, InboxForce.Rees));
        Assert.IsType<ChangeResult.NotAllowed>(await DecideAsync(force, reply, ReplyDecision.Approve, TestForce.Staff(4, InboxPermissions.Read, InboxPermissions.Reply)));
        Assert.IsType<ChangeResult.NotFound>(await DecideAsync(force, reply, ReplyDecision.Approve, TriageTests.Limited([200], [])));
        Assert.Empty(await force.RaisedAsync<ReplyReady>());
        Assert.IsType<ChangeResult.Done>(await DecideAsync(force, reply, ReplyDecision.Approve, InboxForce.Okafor));
        Assert.IsType<ChangeResult.Refused>(await DecideAsync(force, reply, ReplyDecision.Reject, InboxForce.Okafor));

        Assert.Equal(2, Assert.Single(await force.RaisedAsync<ReplyReady>()).ApprovedBy);
        Assert.Equal([Deed.ReplyWritten, Deed.ReplyApproved], await force.DeedsAsync(c.Id));
    }

    [Theory, Databases]
    public async Task Approval_WhenManyDecideAtOnce_HappensOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Channels[100] = Given.Channel(approval: true);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, "Hello");
        var reply = Assert.Single(await RepliesAsync(force, c));
        var results = await Task.WhenAll(Enumerable.Range(2, 10).Select(n => Task.Run(() => DecideAsync(
            force, reply, n % 2 == 0 ? ReplyDecision.Approve : ReplyDecision.Reject, TestForce.Staff(n, InboxPermissions.Read, InboxPermissions.Approve)))));

        Assert.Single(results.OfType<ChangeResult.Done>());
        Assert.Equal(1, (await force.RaisedAsync<ReplyReady>()).Count + (await force.RaisedAsync<ReplyStopped>()).Count);
    }

    [Theory, Databases]
    public async Task Rejection_NeedsAReason_AndWithdrawalItsAuthor(Dialect dialect)
    {
        Assert.False(new DecideReplyValidator().Validate(new DecideReplyCommand(1, ReplyDecision.Reject, " ")).IsValid);
        Assert.False(new DecideReplyValidator().Validate(new DecideReplyCommand(1, default, "So")).IsValid);
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Channels[100] = Given.Channel(approval: true);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, "Hello");
        var reply = Assert.Single(await RepliesAsync(force, c));
        Assert.IsType<ChangeResult.Refused>(await DecideAsync(force, reply, ReplyDecision.Withdraw, InboxForce.Okafor));
        Assert.IsType<ChangeResult.Done>(await DecideAsync(force, reply, ReplyDecision.Withdraw, InboxForce.Rees));
        await WriteAsync(force, c, "Hello you");
        await DecideAsync(force, (await RepliesAsync(force, c))[1], ReplyDecision.Reject, InboxForce.Okafor);

        Assert.Equal([true, false], (await force.RaisedAsync<ReplyStopped>()).Select(e => e.Withdrawn));
        Assert.Equal([ReplyState.Withdrawn, ReplyState.Rejected], (await RepliesAsync(force, c)).Select(r => r.State));
        Assert.Empty(await force.RaisedAsync<ReplyReady>());
    }

    [Theory, Databases]
    public async Task Delivery_WithAnUnknownOutcome_IsShownUntilItIsKnown(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, "Hello");
        var id = Assert.Single(await RepliesAsync(force, c)).Id;
        var unknown = new DeliveryOutcomeUnknown(id, 100, "Time-out.");
        var sent = new DeliverySent(id, 100, "post-1", "https://fake.example/1", TestForce.Start, true);
        await HearAsync(force, unknown);
        Assert.Equal((ReplyState.OutcomeUnknown, "Time-out."), (await RepliesAsync(force, c)).Select(r => (r.State, r.Reason)).Single());
        await Assert.ThrowsAsync<ReplyUnderWayException>(() => WriteAsync(force, c, "Hello?"));
        foreach (var happened in new IEvent[] { unknown, sent, sent, unknown, new DeliveryRefused(id, 100, "No."), new DeliverySent(4_711, 100, "x", null, TestForce.Start, false) })
            await HearAsync(force, happened);

        var reply = Assert.Single(await RepliesAsync(force, c));
        Assert.Equal((ReplyState.Sent, "post-1", TestForce.Start), (reply.State, reply.NetworkId, reply.SentAt));
        Assert.Equal(["OutcomeUnknown", "Sent"], (await force.RaisedAsync<ReplyOutcomeShown>()).Select(e => e.State));
        Assert.Equal([Deed.ReplyWritten, Deed.ReplyOutcomeUnknown, Deed.ReplySent], await force.DeedsAsync(c.Id));
    }

    [Theory, Databases]
    public async Task Outcome_WhenItIsRefused_BringsBackWhatWasPutAway(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, "At any station.");
        var id = Assert.Single(await RepliesAsync(force, c)).Id;
        await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, new(c.Id, ConversationState.Resolved, null), Ct);
        await HearAsync(force, new DeliveryRefused(id, 100, "Their post is gone."));

        Assert.Equal(ConversationState.Open, (await force.LoadAsync(c.Id)).State);
        Assert.Equal("Their post is gone.", Assert.Single(await RepliesAsync(force, c)).Reason);
        Assert.Equal([Deed.ReplyRefused, Deed.Reopened], (await force.DeedsAsync(c.Id)).TakeLast(2));
        await PageTests.CountersEqualARecountAsync(force);
    }

    [Theory, Databases]
    public async Task PrivateReply_IsHandedOverWithWhenTheyLastWrotePrivately(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Private("dm1"));
        var c = (await force.ConversationsAsync())[^1];
        await WriteAsync(force, c, "Yes.", Audience.Private);
        var id = Assert.Single(await RepliesAsync(force, c)).Id;
        await force.TakeAsync(Given.Private("dm2") with { NetworkTime = TestForce.Start.AddSeconds(-5) });

        Assert.Equal(TestForce.Start.AddSeconds(-5), (await force.Get<IReplies>().FindAsync(id, Ct))!.HeardAt);
    }

    internal static Task<ChangeResult> WriteAsync(
        InboxForce force, ConversationRow c, string text, Audience audience = Audience.Public, bool even = false, Person? person = null) =>
        force.Get<WriteReply>().HandleAsync(person ?? InboxForce.Rees, new(c.Id, audience, text, c.LastMessageId, even), Ct);

    internal static Task<IReadOnlyList<ReplyRow>> RepliesAsync(InboxForce force, ConversationRow c) =>
        force.Store.QueryAsync(ReplyStatements.OfConversation, new { conversationId = c.Id }, Ct);

    internal static async Task HearAsync(InboxForce force, IEvent happened)
    {
        await using var session = await force.Store.BeginAsync(force.Get<ActFactory>().ByService(Hearing), Ct);
        var ear = force.Get<WhenDelivered>();
        await (happened switch
        {
            DeliverySent sent => ear.HearAsync(sent, session, Ct),
            DeliveryRefused refused => ear.HearAsync(refused, session, Ct),
            DeliveryOutcomeUnknown unknown => ear.HearAsync(unknown, session, Ct),
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        });
        await session.CommitAsync(Ct);
    }

    private static Task<ChangeResult> DecideAsync(InboxForce force, ReplyRow reply, ReplyDecision decision, Person person) =>
        force.Get<DecideReply>().HandleAsync(person, new(reply.Id, decision, "Because"), Ct);

    private static async Task RefusedAsync(InboxForce force, ConversationRow c, string words, Task<ChangeResult> attempt)
    {
        Assert.Contains(words, Assert.IsType<ChangeResult.Refused>(await attempt).Why, StringComparison.Ordinal);
        Assert.Empty(await RepliesAsync(force, c));
        Assert.Empty(await force.RaisedAsync<ReplyReady>());
    }
}
