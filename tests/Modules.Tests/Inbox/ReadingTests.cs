using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class ReadingTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task View_OfWhatWasEditedSince_IsRecordedAnew_AndOtherwiseOnceInAQuarterOfAnHour(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var item = Given.Item("m1", "He left at two");
        await force.TakeAsync(item);
        var id = (await force.ConversationsAsync())[^1].Id;
        await LookAsync();
        await LookAsync();
        Assert.Equal((1, 1), await ViewsAsync());

        await force.TakeAsync(Given.Edit(item, "He left at three"));
        await LookAsync();
        await LookAsync();
        Assert.Equal((2, 2), await ViewsAsync());

        force.Force.Clock.Advance(TimeSpan.FromMinutes(16));
        await LookAsync();
        Assert.Equal((3, 3), await ViewsAsync());

        async Task LookAsync()
        {
            await force.ListAsync(new());
            await force.Get<ReadConversation>().HandleAsync(InboxForce.Rees, id, InboxForce.Ct);
        }

        async Task<(int, int)> ViewsAsync() =>
            ((await force.RaisedAsync<QueueViewed>()).Count, (await force.RaisedAsync<ConversationViewed>()).Count);
    }

    [Theory, Databases]
    public async Task View_IsRecordedOnceForASessionAndMessage(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await ReadAsync(force, InboxForce.Rees, c.Id);
        await ReadAsync(force, InboxForce.Rees, c.Id);
        Assert.Equal((c.Id, c.ContactId, c.LastMessageId), Assert.Single(await force.RaisedAsync<ConversationViewed>()) is var seen ? (seen.ConversationId, seen.ContactId, seen.LastMessageId) : default);
        await ReadAsync(force, InboxForce.Okafor, c.Id);
        await ReadAsync(force, InboxForce.Rees with { SessionId = 99 }, c.Id);
        Assert.Equal(3, (await force.RaisedAsync<ConversationViewed>()).Count);
        await force.TakeAsync(Given.Item("m2"));
        await ReadAsync(force, InboxForce.Rees, c.Id);

        Assert.Equal(4, (await force.RaisedAsync<ConversationViewed>()).Count);
        Assert.Equal(4, (await force.DeedsAsync(c.Id)).Count(d => d == Deed.Viewed));
    }

    [Theory, Databases]
    public async Task View_IsRecordedAgainAfterAQuarterOfAnHour(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await force.ListAsync(new());
        await ReadAsync(force, InboxForce.Rees, c.Id);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(14));
        await force.ListAsync(new());
        await ReadAsync(force, InboxForce.Rees, c.Id);
        Assert.Equal((1, 1), ((await force.RaisedAsync<QueueViewed>()).Count, (await force.RaisedAsync<ConversationViewed>()).Count));
        force.Force.Clock.Advance(TimeSpan.FromMinutes(2));
        await force.ListAsync(new());
        await ReadAsync(force, InboxForce.Rees, c.Id);
        Assert.Equal((2, 2), ((await force.RaisedAsync<QueueViewed>()).Count, (await force.RaisedAsync<ConversationViewed>()).Count));
    }

    [Theory, Databases]
    public async Task Counts_FollowEachChangeAtOnce_AndEachPersonsReach(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.FlaggedAsync();
        Assert.Equal((1, 1), await CountsAsync(force, InboxForce.Rees));
        Assert.Equal((0, 0), await CountsAsync(force, TriageTests.Limited([200], [])));
        Assert.Single(await force.Get<PoliceSocial.Inbox.Alarming.RiskAlarms>().AlarmsAsync(InboxForce.Rees, Ct));
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, c.Id, Ct);
        Assert.Empty(await force.Get<PoliceSocial.Inbox.Alarming.RiskAlarms>().AlarmsAsync(InboxForce.Rees, Ct));
        await force.ConversationAsync(author: "finch", channel: 200);
        Assert.Equal((2, 1), await CountsAsync(force, InboxForce.Rees));
        Assert.Equal((1, 0), await CountsAsync(force, TriageTests.Limited([200], [])));
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, c.Id, Ct);
        var mine = await force.Get<InboxCounts>().CountsAsync(InboxForce.Rees, Ct);
        Assert.Equal((2, 1, 1), (mine["inbox.work"], mine["inbox.mine"], mine["inbox.unclaimed"]));
    }

    [Theory, Databases]
    public async Task Counts_FollowAnotherHost_WithinTwoSeconds(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.ConversationAsync();
        Assert.Equal((1, 0), await CountsAsync(force, InboxForce.Rees));
        await using (var session = await force.Store.BeginBookkeepingAsync("as another host would change it", Ct))
        {
            await session.ExecuteAsync(Stored.OneMoreOfEach, null, Ct);
            await session.CommitAsync(Ct);
        }

        Assert.Equal((1, 0), await CountsAsync(force, InboxForce.Rees));
        force.Force.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((2, 0), await CountsAsync(force, InboxForce.Rees));
    }

    [Theory, Databases]
    public async Task AListThatWasLookedAt_MakesNoScreenReadItsOwnAgain(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.ConversationAsync();
        using var screen = force.Get<PoliceSocial.Platform.Live.LiveTopics>().Listen();
        await force.ListAsync(new());
        await force.SearchAsync("purse");
        Assert.False(screen.Topics.TryRead(out _));
        await force.ConversationAsync(author: "finch");
        Assert.True(screen.Topics.TryRead(out var topic));
        Assert.Equal("inbox", topic);
    }

    [Theory, Databases]
    public async Task View_EndsTheTimeUnseen(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        force.Force.Clock.Advance(TimeSpan.FromMinutes(3));
        await ReadAsync(force, InboxForce.Rees, c.Id);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(3));
        await ReadAsync(force, InboxForce.Okafor, c.Id);

        var after = await force.LoadAsync(c.Id);
        Assert.Equal((ConversationState.Open, TestForce.Start.AddMinutes(3)), (after.State, after.FirstSeenAt));
    }

    [Theory, Databases]
    public async Task List_RecordsWhatItShowed_AndASearchEveryTime(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await force.ListAsync(new());
        await force.ListAsync(new());
        Assert.Equal([c.Id], Assert.Single(await force.RaisedAsync<QueueViewed>()).Conversations);
        await force.SearchAsync("purse");
        await force.SearchAsync("purse");
        await force.SearchAsync("nobody wrote this");

        Assert.Equal([1, 1, 0], (await force.RaisedAsync<MessagesSearched>()).Select(e => e.Found.Count));
    }

    [Theory, Databases]
    public async Task List_ShowsWhatIsFlaggedFirst_ThenTheNewest(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var flagged = await force.FlaggedAsync();
        var seen = await force.FlaggedAsync("robin");
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, seen.Id, Ct);
        var plain = await force.ConversationAsync(author: "finch");
        Assert.Equal([flagged.Id, seen.Id, plain.Id], (await force.ListAsync(new())).Rows.Select(r => r.Id));
        Assert.Equal([seen.Id, flagged.Id], (await force.ListAsync(new() { Listing = Listing.Risk })).Rows.Select(r => r.Id));
        var counts = await force.Get<InboxCounts>().CountsAsync(InboxForce.Rees, Ct);
        Assert.Equal((3, 2, 3), (counts["inbox.work"], counts["inbox.risk"], counts["inbox.unclaimed"]));
        Assert.Equal(flagged.Id, long.Parse(Assert.Single(await force.Get<PoliceSocial.Inbox.Alarming.RiskAlarms>().AlarmsAsync(InboxForce.Okafor, Ct)).Id.Split('-')[1], null));
        Assert.Empty(await force.Get<PoliceSocial.Inbox.Alarming.RiskAlarms>().AlarmsAsync(TriageTests.Limited([200], []), Ct));
    }

    [Theory, Databases]
    public async Task Unread_ListsAndCountsWhatNobodyLookedAt_AndWhoLooksTakesItOut(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = await force.ConversationAsync(author: "wren");
        var second = await force.ConversationAsync(author: "finch");
        Assert.Equal([second.Id, first.Id], (await force.ListAsync(new() { Listing = Listing.Unread })).Rows.Select(r => r.Id));
        Assert.Equal(2, await UnreadAsync(force));

        await ReadAsync(force, InboxForce.Okafor, second.Id);
        Assert.Equal([first.Id], (await force.ListAsync(new() { Listing = Listing.Unread })).Rows.Select(r => r.Id));
        Assert.Equal(1, await UnreadAsync(force));
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, first.Id, Ct);
        Assert.Equal((0, 0), (await UnreadAsync(force), (await force.ListAsync(new() { Listing = Listing.Unread })).Rows.Count));

        // Its author wrote again: nobody holds it, so nobody has it in sight.
        await force.TakeAsync(Given.Item("again", "Hello?", "finch"));
        Assert.Equal(second.Id, Assert.Single((await force.ListAsync(new() { Listing = Listing.Unread })).Rows).Id);
        Assert.Equal((1, 0), (await UnreadAsync(force), (await force.Get<InboxCounts>().CountsAsync(TriageTests.Limited([200], []), Ct))["inbox.unread"]));
    }

    [Theory, Databases]
    public async Task Alarm_ThatIsNoLongerRaised_SaysWhoAcknowledgedIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var flagged = await force.FlaggedAsync();
        var alarms = force.Get<PoliceSocial.Inbox.Alarming.RiskAlarms>();
        var alarm = Assert.Single(await alarms.AlarmsAsync(InboxForce.Okafor, Ct));
        Assert.Null(await alarms.WhoAcknowledgedAsync(alarm, Ct));
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, flagged.Id, Ct);
        Assert.Equal(InboxForce.Rees.Id, await alarms.WhoAcknowledgedAsync(alarm, Ct));
        Assert.Null(await alarms.WhoAcknowledgedAsync(alarm with { Id = $"channel-{flagged.Id}" }, Ct));
    }

    [Theory, Databases]
    public async Task List_InPages_ShowsEachConversationOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync([.. Enumerable.Range(0, 120).Select(n => Given.Item($"m{n}", author: $"a{n}"))]);
        var (seen, before) = (new List<long>(), (long?)null);
        do
        {
            var page = await force.ListAsync(new() { Before = before });
            seen.AddRange(page.Rows.Select(r => r.Id));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(120, seen.Count);
        Assert.Equal((await force.ConversationsAsync()).Select(c => c.Id).Reverse(), seen);
    }

    [Theory, Databases]
    public async Task Search_FindsWordsInAnyOrder_ThePrefixOfTheLast_AndWithoutAccents(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var cafe = await force.ConversationAsync("Stolen bicycle outside the café in Hanley", "wren");
        var other = await force.ConversationAsync("My bicycles were fine, can't complain", "finch");
        Assert.Equal([cafe.Id], await force.SearchAsync("hanley STOLEN"));
        Assert.Equal([cafe.Id], await force.SearchAsync("cafe"));
        Assert.Equal([other.Id, cafe.Id], await force.SearchAsync("bicy"));
        Assert.Equal([cafe.Id], await force.SearchAsync("\"stolen bicycle\""));
        Assert.Equal([other.Id], await force.SearchAsync("can't"));
        Assert.Empty(await force.SearchAsync("stolen complain"));
    }

    [Theory, Databases]
    public async Task Search_ByWhoMaySeeLittle_GoesOnBehindWhatTheyMayNot(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var theirs = await force.ConversationAsync("A purse was found in Leek", channel: 200);
        await force.TakeAsync([.. Enumerable.Range(0, 300).Select(n => Given.Item($"m{n}", "My purse was stolen", $"a{n}"))]);
        Assert.Equal([theirs.Id], await force.SearchAsync("purse", TriageTests.Limited([200], [])));
        Assert.Equal([theirs.Id], (await force.ListAsync(new() { Words = "purse", ChannelId = 200 })).Rows.Select(r => r.Id));
        Assert.Empty(await force.SearchAsync("purse", TriageTests.Limited([300], [])));
    }

    [Theory, Databases]
    public async Task Search_InPages_ShowsEveryMatch_ByItsNewestMessage(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var old = await force.ConversationAsync("Lost purse", "early");
        await force.TakeAsync([.. Enumerable.Range(0, 120).Select(n => Given.Item($"m{n}", "Lost purse", $"a{n}"))]);
        await force.TakeAsync(Given.Item("early-second", "Thank you", "early"));
        var (seen, before) = (new List<long>(), (long?)null);
        do
        {
            var page = await force.ListAsync(new() { Words = "purse", Before = before });
            seen.AddRange(page.Rows.Select(r => r.Id));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(121, seen.Count);
        Assert.Equal(121, seen.Distinct().Count());
        Assert.Equal(old.Id, seen[^1]);
    }

    [Theory]
    [InlineData("bicy", "\"bicy\"*")]
    [InlineData("bic", "\"bic\"")]
    [InlineData("don't", "\"don't\"")]
    [InlineData("stolen bicycle", "\"stolen\" \"bicycle\"*")]
    public void Search_TakesTheLastWordAsABeginning_OnlyWhereThatIsLong(string typed, string match) =>
        Assert.Equal(match, SearchMessages.ToMatch(typed, Dialect.Sqlite));

    [Theory, Databases]
    public async Task Search_TakesTheDatabasesOwnSyntax_ForWords(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync("Text OR NEAR the station");
        Assert.Equal([c.Id], await force.SearchAsync("OR NEAR"));
        foreach (var words in new[]
            {
                "\"", "\"\"", "a\" OR \"b", "Text:station", "NOT station OR", "station NOT text AND", "NEAR(text station, 5", "^station*", "*", "(((", "}{][",
                "text + station -", "'; DROP TABLE Message; --", "\0", "\uD800", "text\u0000\"", "-", "🚓", "ﷺ", "' OR 1=1", new string('"', 500), new string('a', 100_000),
            })
        {
            Assert.InRange((await force.SearchAsync(words)).Count, 0, 1);
        }

        Assert.Equal([c.Id], await force.SearchAsync("station"));
    }

    [Theory, Databases]
    public async Task Timeline_TellsMessagesAndDeedsInTheOrderOfTime(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.FlaggedAsync();
        Task MinuteAsync()
        {
            force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
            return Task.CompletedTask;
        }

        await MinuteAsync();
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, c.Id, Ct);
        await MinuteAsync();
        await ReplyTests.WriteAsync(force, c, "Stay with him");
        await MinuteAsync();
        await force.TakeAsync(Given.Item("m2", "He walked off") with { NetworkTime = DateTimeOffset.MinValue });
        await MinuteAsync();
        await force.Get<WriteNote>().HandleAsync(InboxForce.Rees, new(c.Id, "Log 12 of today"), Ct);
        await MinuteAsync();
        await force.AssessAsync(c.Id);
        await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, new(c.Id, ConversationState.Resolved, null), Ct);

        var view = await ReadAsync(force, InboxForce.Rees, c.Id);
        Assert.Equal(
            ["He is on the bridge and wants to end it all", "Flagged", "Acknowledged", "Stay with him", "He walked off", "Log 12 of today", "Resolved", "Viewed"],
            view.Timeline.Select(e => e switch
            {
                Entry.Written w => w.Message.Text,
                Entry.Answer a => a.Reply.Text,
                Entry.Noted n => n.Note.Text,
                Entry.Done d => d.Deed.Kind.ToString(),
                _ => "?",
            }));
        Assert.Equal(view.Timeline.Select(e => e.At).Order(), view.Timeline.Select(e => e.At));
    }

    [Theory, Databases]
    public async Task Timeline_ShowsAnAnswerThatTheNetworkHandedBackOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await ReplyTests.WriteAsync(force, c, "At any station");
        var reply = Assert.Single(await ReplyTests.RepliesAsync(force, c));
        await ReplyTests.HearAsync(force, new Contracts.Publishing.DeliverySent(reply.Id, 100, "post-1", null, TestForce.Start, false));
        await force.TakeAsync(Given.Own("post-1", "wren-first", "At any station"), Given.Own("post-2", "wren-first", "With another tool"));

        var view = await ReadAsync(force, InboxForce.Rees, c.Id);
        Assert.Single(view.Timeline.OfType<Entry.Answer>());
        Assert.Equal(["wren-first", "post-2"], view.Timeline.OfType<Entry.Written>().Select(w => w.Message.NetworkId));
    }

    private static async Task<(int Work, int Risk)> CountsAsync(InboxForce force, Person person)
    {
        var counts = await force.Get<InboxCounts>().CountsAsync(person, Ct);
        return (counts["inbox.work"], counts["inbox.risk"]);
    }

    private static async Task<ConversationView> ReadAsync(InboxForce force, Person person, long id) =>
        (await force.Get<ReadConversation>().HandleAsync(person, id, Ct))!;

    private static async Task<int> UnreadAsync(InboxForce force) => (await force.Get<InboxCounts>().CountsAsync(InboxForce.Rees, Ct))["inbox.unread"];
}
