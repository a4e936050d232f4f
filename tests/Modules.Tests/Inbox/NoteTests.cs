using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Desk;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class NoteTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Note_CallsTheColleaguesItNames_UntilTheySeeIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var text = "Please look, @Okafor. Not mail@rees, not @nobody, not @@rees";
        Assert.True(await force.Get<WriteNote>().HandleAsync(InboxForce.Rees, new(id, text), Ct));

        Assert.Equal([2], Assert.Single(await force.RaisedAsync<NoteWritten>()).Mentioned);
        Assert.Equal((1, 0), (await MentionsAsync(force, InboxForce.Okafor), await MentionsAsync(force, InboxForce.Rees)));
        var view = await force.Get<ReadConversation>().HandleAsync(InboxForce.Okafor, id, Ct);
        Assert.Equal(text, Assert.Single(view!.Timeline.OfType<Entry.Noted>()).Note.Text);
        Assert.Equal(0, await MentionsAsync(force, InboxForce.Okafor));
    }

    [Theory, Databases]
    public async Task Note_AndTags_AreForThoseWhoMay(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var stranger = TriageTests.Limited([200], []);
        Assert.False(await force.Get<WriteNote>().HandleAsync(stranger, new(id, "Hello"), Ct));
        Assert.IsType<ChangeResult.NotFound>(await force.Get<TagConversation>().HandleAsync(stranger, new(id, ["x"]), Ct));
        Assert.Empty(await force.DeedsAsync(id));
    }

    [Theory, Databases]
    public async Task Tags_AreSetAsAsked_AndTheDifferenceTold(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var tag = force.Get<TagConversation>();
        await tag.HandleAsync(InboxForce.Rees, new(id, ["Burglary", " theft ", "burglary"]), Ct);
        await tag.HandleAsync(InboxForce.Rees, new(id, ["theft", "urgent"]), Ct);
        await tag.HandleAsync(InboxForce.Rees, new(id, ["URGENT", "theft"]), Ct);

        Assert.Equal(["theft", "urgent"], await force.Store.QueryAsync(TagConversation.TagsOf, new { conversationId = id }, Ct));
        var told = await force.RaisedAsync<ConversationTagged>();
        Assert.Equal(2, told.Count);
        Assert.Equal(("urgent", "burglary"), (Assert.Single(told[1].Added), Assert.Single(told[1].Removed)));
        Assert.Single((await force.ListAsync(new() { Tag = " Urgent" })).Rows);
        Assert.Empty((await force.ListAsync(new() { Tag = "burglary" })).Rows);
        Assert.False(new TagValidator().Validate(new TagCommand(id, [new string('x', 61)])).IsValid);
    }

    [Theory, Databases]
    public async Task SavedViews_AreEachPersonsOwn(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var views = force.Get<SavedViews>();
        await views.KeepAsync(InboxForce.Rees, "Private & urgent", new() { Listing = Listing.Risk, Audience = Audience.Private, Tag = "a&b=c", Words = "“x” y", Before = 9 }, Ct);
        var kept = Assert.Single(await views.OfAsync(InboxForce.Rees, Ct));
        Assert.Equal("/inbox?list=risk&audience=private&tag=a%26b%3Dc&q=%E2%80%9Cx%E2%80%9D%20y", kept.Address());
        Assert.Empty(await views.OfAsync(InboxForce.Okafor, Ct));
        await views.DropAsync(InboxForce.Okafor, kept.Id, Ct);
        Assert.Single(await views.OfAsync(InboxForce.Rees, Ct));
        await views.DropAsync(InboxForce.Rees, kept.Id, Ct);

        Assert.Empty(await views.OfAsync(InboxForce.Rees, Ct));
        Assert.Equal([false, true], (await force.RaisedAsync<SavedViewChanged>()).Select(e => e.Removed));
    }

    [Theory, Databases]
    public async Task SavedView_ThatWouldFollowAMemberOfThePublic_IsNotKept(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1") with { Author = new("did:wren", "wren.h", "Wren Hollis") });
        var views = force.Get<SavedViews>();
        foreach (var filter in new QueueFilter[] { new() { Words = "@wren.h" }, new() { Words = "purse WREN Hollis" }, new() { Tag = "wren hollis" } })
            Assert.Contains("following them", await views.KeepAsync(InboxForce.Rees, "Her", filter, Ct), StringComparison.Ordinal);
        Assert.Empty(await force.RaisedAsync<SavedViewChanged>());
        Assert.Null(await views.KeepAsync(InboxForce.Rees, "Purses", new() { Words = "purse" }, Ct));

        Assert.Equal("Purses", Assert.Single(await views.OfAsync(InboxForce.Rees, Ct)).Name);
    }

    private static async Task<int> MentionsAsync(InboxForce force, Person person) =>
        (await force.Get<IEnumerable<ICountSource>>().OfType<Mentions>().Single().CountsAsync(person, Ct))["inbox.mentions"];
}
