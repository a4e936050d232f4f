using System.Text;
using Microsoft.Data.Sqlite;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Quarantine;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>A page that the store refuses again and again: nothing is lost, the rest goes on, and the channel says so.</summary>
public sealed class QuarantineTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Fact]
    public async Task Item_ThatTheStoreRefusesAgainAndAgain_IsKeptAside_AndTheLineGoesOn()
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        await RefuseAsync(force, "new.NetworkId = 'poison'");
        force.Lines.PageAfter[""] = Given.Page("p1", Given.Item("m1"), Given.Item("poison", "He is on the bridge"), Given.Item("m2"));
        force.Lines.PageAfter["p1"] = Given.Page("p2", Given.Item("m3"));

        await RunLineUntilAsync(force, "p2");

        Assert.Equal(["m1", "m2", "m3"], (await force.MessagesAsync()).Select(m => m.NetworkId));
        var kept = Assert.Single(await force.Get<ReadQuarantine>().ListAsync(InboxForce.Rees, Ct));
        var told = Assert.Single(await force.RaisedAsync<ItemQuarantined>());
        Assert.Equal((kept.Id, 100, Convert.ToBase64String(kept.RawSha256)), (told.QuarantinedId, told.ChannelId, told.RawSha256));
        var opened = await force.Get<ReadQuarantine>().OpenAsync(InboxForce.Rees, kept.Id, Ct);
        Assert.Contains("He is on the bridge", opened!.Text, StringComparison.Ordinal);
        Assert.Equal(kept.Id, Assert.Single(await force.RaisedAsync<QuarantineViewed>()).QuarantinedId);
    }

    [Fact]
    public async Task Item_KeptAside_CanBeStoredAfterAll_OrSetAsideWithWhatWasDone()
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        await RefuseAsync(force, "new.NetworkId LIKE 'poison%'");
        var page = Given.Page("p1", Given.Item("poison-1", "I want to die"), Given.Item("poison-2", author: "finch"));
        await force.Get<StorePage>().RunAsync(force.Channels[100], page, StorePage.Patience, Ct);
        await force.Get<StorePage>().RunAsync(force.Channels[100], page, StorePage.Patience, Ct);
        var kept = (await force.Get<ReadQuarantine>().ListAsync(InboxForce.Rees, Ct)).Select(l => l.Id).Order().ToList();
        Assert.Equal(2, kept.Count);
        var settle = force.Get<SettleQuarantine>();

        Assert.IsType<ChangeResult.Refused>(await settle.HandleAsync(InboxForce.Rees, new(kept[0], true, null), Ct));
        await RefuseAsync(force, "0");
        Assert.Null(await settle.HandleAsync(InboxForce.Rees, new(kept[0], true, null), Ct));
        Assert.Null(await settle.HandleAsync(InboxForce.Rees, new(kept[1], false, "Told the control room, log 12."), Ct));
        Assert.IsType<ChangeResult.Refused>(await settle.HandleAsync(InboxForce.Okafor, new(kept[1], false, "Again."), Ct));

        var stored = Assert.Single(await force.MessagesAsync());
        Assert.Equal(("poison-1", "I want to die"), (stored.NetworkId, stored.Text));
        Assert.Single(await force.RaisedAsync<ConversationFlagged>());
        Assert.Equal([(true, 1), (false, 0)], (await force.RaisedAsync<QuarantineSettled>()).Select(e => (e.Stored, e.Left)));
        var raw = (await force.Store.QueryAsync(Stored.Items, null, Ct))[0].Raw;
        Assert.Equal(page.Items[0].Raw.ToArray(), raw);
    }

    [Theory, Databases]
    public async Task Item_KeptAside_IsForThoseWhoMayReadItsChannel(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.Get<KeepAside>().RunAsync(force.Channels[100], Given.Item("m1"), new InvalidOperationException("too odd"), Ct);
        var read = force.Get<ReadQuarantine>();
        var id = Assert.Single(await read.ListAsync(InboxForce.Rees, Ct)).Id;
        var stranger = TriageTests.Limited([200], []);

        Assert.Empty(await read.ListAsync(stranger, Ct));
        Assert.Null(await read.OpenAsync(stranger, id, Ct));
        Assert.IsType<ChangeResult.NotFound>(await force.Get<SettleQuarantine>().HandleAsync(stranger, new(id, true, null), Ct));
        Assert.IsType<ChangeResult.NotAllowed>(
            await force.Get<SettleQuarantine>().HandleAsync(TestForce.Staff(9, InboxPermissions.Read), new(id, true, null), Ct));
        Assert.Empty(await force.RaisedAsync<QuarantineViewed>());
        Assert.False(new SettleValidator().Validate(new SettleCommand(id, false, " ")).IsValid);
    }

    [Fact]
    public async Task Page_WhenNothingCanBeStored_AlarmsAndWaits_AndIsStoredWhenTheStoreWorks()
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        await RefuseAsync(force, "1");
        await RefuseAsync(force, "1", "QuarantinedItem");
        var page = Given.Page("p1", Given.Item("m1"));
        for (var failures = 0; failures < StorePage.Patience + 2; failures++)
            await Assert.ThrowsAsync<SqliteException>(() => force.Get<StorePage>().RunAsync(force.Channels[100], page, failures, Ct));

        Assert.Equal([100L], force.Troubles);
        Assert.Null(await force.Store.FindAsync(IntakeStatements.Position, new { channelId = 100L }, Ct));
        await RefuseAsync(force, "0");
        await force.Get<StorePage>().RunAsync(force.Channels[100], page, 9, Ct);

        Assert.Empty(force.Troubles);
        Assert.Equal("m1", Assert.Single(await force.MessagesAsync()).NetworkId);
        Assert.Equal("p1", await force.Store.FindAsync(IntakeStatements.Position, new { channelId = 100L }, Ct));
    }

    [Fact]
    public void Reading_OfAnyItem_ComesBackAsItWas()
    {
        var item = Given.Item("m1", "a\0b \uD800 \u202Etxt", onOurPost: true) with
        {
            Media = [new("ref", "image/png", "A \"bridge\"", 12)],
            Recipient = Given.Us,
            Language = "cy",
            InReplyTo = "m0",
        };
        var back = ItemText.Read(ItemText.Write(item), item.Raw.ToArray())!;

        Assert.Equal(
            (item.NetworkId, Tidied.Text(item.Text), item.ThreadId, item.Author, item.OnPost, item.ReplyHandle),
            (back.NetworkId, back.Text, back.ThreadId, back.Author, back.OnPost, back.ReplyHandle));
        Assert.Equal((item.Media[0], item.Recipient, item.Language, item.InReplyTo), (Assert.Single(back.Media), back.Recipient, back.Language, back.InReplyTo));
        Assert.Equal(Encoding.UTF8.GetString(item.Raw.Span), Encoding.UTF8.GetString(back.Raw.Span));
    }

    private static async Task RunLineUntilAsync(InboxForce force, string place)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = force.Get<CollectingLine>().RunAsync(100, stop.Token);
        await force.AdvanceUntilAsync(() => force.Lines.Asked.Contains(place), $"the line goes on after {place}");
        await stop.CancelAsync();
        await running;
    }

    /// <summary>Has the store refuse rows from here on.</summary>
    private static async Task RefuseAsync(InboxForce force, string when, string table = "CapturedItem")
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(force.Get<DataFolder>().Path, "inbox.db")};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"DROP TRIGGER IF EXISTS Refuse{table}; CREATE TRIGGER Refuse{table} BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'disk'); END";
        await command.ExecuteNonQueryAsync(Ct);
    }
}
