using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class EditTests
{
    [Theory, Databases]
    public async Task Edit_KeepsBothVersionsAndSearchesTheNewText(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "The van was crimson");
        await force.TakeAsync(first);
        await force.TakeAsync(Given.Edit(first, "The van was turquoise"));

        var message = Assert.Single(await force.MessagesAsync());
        Assert.Equal(("The van was turquoise", 2), (message.Text, message.Versions));
        var items = await force.Store.QueryAsync(Stored.Items, null, InboxForce.Ct);
        var versions = await force.Store.QueryAsync(Stored.Versions, null, InboxForce.Ct);
        Assert.Equal([(1, "The van was crimson", items[0].Id), (2, "The van was turquoise", items[1].Id)], versions.Select(v => (v.Number, v.Text, v.ItemId)));
        Assert.Equal(["Created", "Edited"], (await force.RaisedAsync<ItemCaptured>()).Select(e => e.Change));
        Assert.Empty(await force.SearchAsync("crimson"));
        Assert.Single(await force.SearchAsync("turquoise"));
    }

    [Theory, Databases]
    public async Task Edit_OfTheNewestMessage_IsWhatTheListShows(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "Hello");
        await force.TakeAsync(first);
        await force.TakeAsync(Given.Edit(first, "Goodbye"));

        var row = Assert.Single((await force.ListAsync(new())).Rows);
        Assert.Equal(("Goodbye", 1), (row.LastText, row.MessageCount));
    }

    [Theory, Databases]
    public async Task Edit_InTheSamePageAsItsMessage_KeepsEveryVersion(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "one");
        await force.TakeAsync(first, Given.Edit(first, "two"), Given.Edit(first, "three", "3"));

        Assert.Equal(("three", 3), (await force.MessagesAsync()).Select(m => (m.Text, m.Versions)).Single());
        Assert.Equal(["one", "two", "three"], (await force.Store.QueryAsync(Stored.Versions, null, InboxForce.Ct)).Select(v => v.Text));
    }

    [Theory, Databases]
    public async Task Edit_OnANetworkWithoutVersionIds_LosesNone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "one");
        await force.TakeAsync(first);
        await force.TakeAsync(Given.Edit(first, "two", ""));
        await force.TakeAsync(Given.Edit(first, "three", ""));
        Assert.Equal(0, await force.TakeAsync(Given.Edit(first, "three", "")));

        Assert.Equal("three", Assert.Single(await force.MessagesAsync()).Text);
        Assert.Equal(["one", "two", "three"], (await force.Store.QueryAsync(Stored.Versions, null, InboxForce.Ct)).Select(v => v.Text));
    }

    [Theory, Databases]
    public async Task Edit_ThatBringsARisk_RaisesTheFlagAnew(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "Never mind");
        await force.TakeAsync(first);
        Assert.Empty(await force.RaisedAsync<ConversationFlagged>());
        await force.TakeAsync(Given.Edit(first, "I want to die"));

        Assert.Single(await force.RaisedAsync<ConversationFlagged>());
        Assert.True(Assert.Single(await force.ConversationsAsync()).Alarms());
    }

    [Theory, Databases]
    public async Task Edit_ThatTakesTheRiskAway_LeavesTheAlarm(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "I want to die");
        await force.TakeAsync(first);
        await force.TakeAsync(Given.Edit(first, "Nothing to see here"));

        Assert.True(Assert.Single(await force.ConversationsAsync()).Alarms());
    }

    [Theory, Databases]
    public async Task Edit_OfWhatWeNeverSaw_IsCapturedAsItStands(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        Assert.Equal(1, await force.TakeAsync(Given.Edit(Given.Item("m1"), "Second thoughts")));

        Assert.Equal(("Second thoughts", 1), (await force.MessagesAsync()).Select(m => (m.Text, m.Versions)).Single());
        Assert.Equal("Edited", Assert.Single(await force.RaisedAsync<ItemCaptured>()).Change);
    }

    [Theory, Databases]
    public async Task Deletion_LeavesATombstoneWithTheText(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var first = Given.Item("m1", "I saw everything");
        await force.TakeAsync(first);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(5));
        await force.TakeAsync(Given.Deletion(first));

        var message = Assert.Single(await force.MessagesAsync());
        Assert.Equal(("I saw everything", TestForce.Start.AddMinutes(5)), (message.Text, message.DeletedAt));
        Assert.Equal(2, (await force.Store.QueryAsync(Stored.Items, null, InboxForce.Ct)).Count);
        Assert.Single(await force.SearchAsync("everything"));
    }

    [Theory, Databases]
    public async Task Deletion_OfWhatWeNeverSaw_IsCapturedAndItsTextStillWelcome(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var item = Given.Item("m1", "It came late");
        await force.TakeAsync(Given.Deletion(item));
        Assert.NotNull(Assert.Single(await force.MessagesAsync()).DeletedAt);
        await force.TakeAsync(item);

        var message = Assert.Single(await force.MessagesAsync());
        Assert.Equal("It came late", message.Text);
        Assert.NotNull(message.DeletedAt);
    }
}
