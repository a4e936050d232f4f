using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Contacts;
using PoliceSocial.Inbox.Desk;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class PresenceTests
{
    [Theory, Databases]
    public async Task Presence_NamesWhoElseIsHere_WhileTheyAre(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var presence = force.Get<Presence>();
        presence.Reads(InboxForce.Rees, 1);
        Assert.Null(presence.Others(InboxForce.Rees, 1));
        Assert.Null(presence.Others(InboxForce.Okafor, 2));
        Assert.Equal("Officer 1 has this open", presence.Others(InboxForce.Okafor, 1));
        presence.Writes(InboxForce.Rees, 1);
        Assert.Equal("Officer 1 is writing a reply", presence.Others(InboxForce.Okafor, 1));
        force.Force.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("Officer 1 has this open", presence.Others(InboxForce.Okafor, 1));
        force.Force.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(presence.Others(InboxForce.Okafor, 1));
    }

    [Theory, Databases]
    public async Task ContactHistory_ShowsWhatThePersonMaySee_AndRecordsTheLook(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var ours = await force.ConversationAsync(channel: 100);
        var theirs = await force.ConversationAsync(channel: 200);
        Assert.Equal(ours.ContactId, theirs.ContactId);
        var read = force.Get<ReadContact>();
        var shown = Assert.IsType<LookResult.Shown>(await read.HandleAsync(TriageTests.Limited([200], []), ours.ContactId, InboxForce.Ct));
        Assert.Equal([theirs.Id], shown.History.Conversations.Select(c => c.Id));
        Assert.IsType<LookResult.NotThere>(await read.HandleAsync(TriageTests.Limited([300], []), ours.ContactId, InboxForce.Ct));
        Assert.IsType<LookResult.NotThere>(await read.HandleAsync(InboxForce.Rees, 4_711, InboxForce.Ct));

        var viewed = Assert.Single(await force.RaisedAsync<ContactHistoryViewed>());
        Assert.Equal((ours.ContactId, 1), (viewed.ContactId, viewed.Conversations));
    }
}
