using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Inbox.Linking;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>A public conversation that goes on privately: the two show each other, and their holder is the same.</summary>
public sealed class LinkTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task PrivateAnswer_ThatIsConfirmedFirst_JoinsTheConversationWhenItComes(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (asked, replyId) = await AnsweredPrivatelyAsync(force);
        await ReplyTests.HearAsync(force, Sent(replyId));
        Assert.Empty(await LinkedAsync(force, asked));
        await force.TakeAsync(OurMessage());

        await JoinedAsync(force, asked, replyId, ConversationState.Waiting);
    }

    [Theory, Databases]
    public async Task PrivateAnswer_ThatIsHandedBackFirst_JoinsTheConversationWhenItIsConfirmed(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (asked, replyId) = await AnsweredPrivatelyAsync(force);
        await force.TakeAsync(OurMessage());
        Assert.Empty(await LinkedAsync(force, asked));
        await ReplyTests.HearAsync(force, Sent(replyId));

        await JoinedAsync(force, asked, replyId, ConversationState.Waiting);
    }

    [Theory, Databases]
    public async Task PrivateAnswer_WhenTheyAnswerBeforeOursIsHandedBack_IsJoinedAndStaysUnread(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (asked, replyId) = await AnsweredPrivatelyAsync(force);
        await ReplyTests.HearAsync(force, Sent(replyId));
        await force.TakeAsync(Given.Private("dm2", "It was at the Drovers"));

        await JoinedAsync(force, asked, replyId, ConversationState.Unread);
    }

    [Theory, Databases]
    public async Task PrivateConversation_ThatAColleagueHolds_StaysTheirs(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Private("dm0", "Hello?"));
        var talk = (await force.ConversationsAsync())[^1];
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Okafor, talk.Id, Ct);
        var (asked, replyId) = await AnsweredPrivatelyAsync(force);
        await ReplyTests.HearAsync(force, Sent(replyId));

        Assert.Equal([talk.Id], await LinkedAsync(force, asked));
        Assert.Equal(2, (await force.LoadAsync(talk.Id)).HolderId);
        Assert.Empty(await force.RaisedAsync<ConversationPassed>());
    }

    [Theory, Databases]
    public async Task PrivateConversation_OfSomebodyElse_OrAnAnswerThatWasRefused_IsJoinedWithNothing(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (asked, replyId) = await AnsweredPrivatelyAsync(force);
        await ReplyTests.HearAsync(force, new DeliveryRefused(replyId, 100, "No."));
        await force.TakeAsync(Given.Private("dm1"), Given.Private("dm2", author: "finch", thread: "talk-2"));

        Assert.Empty(await LinkedAsync(force, asked));
        Assert.Empty(await force.RaisedAsync<ConversationsLinked>());
    }

    [Theory, Databases]
    public async Task Link_IsShownToThoseWhoMayReadTheOtherOne(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (asked, replyId) = await AnsweredPrivatelyAsync(force);
        await ReplyTests.HearAsync(force, Sent(replyId));
        await force.TakeAsync(OurMessage());
        var talk = (await force.ConversationsAsync())[^1];
        await force.Get<PassConversation>().HandleAsync(InboxForce.Rees, new(talk.Id, Passing.Assigned, null, 5, null), Ct);

        var teams = TriageTests.Limited([], [5]);
        Assert.Empty((await force.Get<ReadConversation>().HandleAsync(teams, talk.Id, Ct))!.Linked);
        Assert.Single((await force.Get<ReadConversation>().HandleAsync(InboxForce.Rees, talk.Id, Ct))!.Linked);
    }

    private static async Task<(ConversationRow Asked, long ReplyId)> AnsweredPrivatelyAsync(InboxForce force)
    {
        var asked = await force.ConversationAsync("I served her tonight");
        Assert.IsType<ChangeResult.Done>(await ReplyTests.WriteAsync(force, asked, "Where was that?", Audience.Private));
        return (asked, Assert.Single(await ReplyTests.RepliesAsync(force, asked)).Id);
    }

    private static async Task JoinedAsync(InboxForce force, ConversationRow asked, long replyId, ConversationState state)
    {
        var talk = (await force.ConversationsAsync())[^1];
        Assert.Equal((Audience.Private, 1L, state), (talk.Audience, talk.HolderId, talk.State));
        Assert.Equal([talk.Id], await LinkedAsync(force, asked));
        Assert.Equal([asked.Id], await LinkedAsync(force, talk));
        var told = Assert.Single(await force.RaisedAsync<ConversationsLinked>());
        Assert.Equal((asked.Id, talk.Id, replyId), (told.ConversationId, told.PrivateId, told.ReplyId));
        Assert.Equal(("CarriedOver", 1L), (await force.RaisedAsync<ConversationPassed>()) is [var passed] ? (passed.How, passed.ToId!.Value) : default);
        Assert.Contains(Deed.WentPrivate, await force.DeedsAsync(asked.Id));
        Assert.Equal([Deed.CameFromPublic, Deed.CarriedOver], await force.DeedsAsync(talk.Id));
        await PageTests.CountersEqualARecountAsync(force);
    }

    private static async Task<IReadOnlyList<long>> LinkedAsync(InboxForce force, ConversationRow c) =>
        [.. (await force.Store.QueryAsync(LinkBook.Linked, new { id = c.Id }, Ct)).Select(l => l.Id)];

    private static DeliverySent Sent(long replyId) => new(replyId, 100, "dm1", null, TestForce.Start, false);

    private static CollectedItem OurMessage() =>
        Given.Private("dm1", "Where was that?") with { Author = Given.Us, FromChannel = true, Recipient = Given.Person("wren") };
}
