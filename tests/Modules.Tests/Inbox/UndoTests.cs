using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Inbox.Undoing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class UndoTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Undo_PutsEachSortOfActBack_AndTellsIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        Deed[] expected = [Deed.Claimed, Deed.Released, Deed.HandedOver, Deed.TakenOver, Deed.Assigned, Deed.Resolved, Deed.SetWaiting, Deed.Snoozed];
        foreach (var deed in expected)
        {
            await StandAsync(force, id, deed);
            var before = await force.LoadAsync(id);
            var undoId = Undoable(await DoAsync(force, id, deed));
            Assert.NotEqual((before.State, before.HolderId, before.SnoozedUntil, before.TeamId), Place(await force.LoadAsync(id)));

            Assert.Equal([id], (await UndoAsync(force, undoId)).Undone);

            Assert.Equal((before.State, before.HolderId, before.SnoozedUntil, before.TeamId), Place(await force.LoadAsync(id)));
            Assert.Equal(before.HeldSince, (await force.LoadAsync(id)).HeldSince);
            Assert.Equal((id, undoId, deed.ToString()), (await force.RaisedAsync<ActUndone>())[^1] is var e ? (e.ConversationId, e.UndoneActId, e.What) : default);
            Assert.Equal(Deed.Undone, (await force.DeedsAsync(id))[^1]);
            await PageTests.CountersEqualARecountAsync(force);
        }
    }

    [Theory, Databases]
    public async Task Undo_OfTags_PutsOnWhatWasTakenOff(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var tag = force.Get<TagConversation>();
        await tag.HandleAsync(InboxForce.Rees, new(id, ["theft", "night"]), Ct);
        var undoId = Undoable(await tag.HandleAsync(InboxForce.Rees, new(id, ["night", "burglary"]), Ct));
        await force.Get<MoveConversation>().HandleAsync(InboxForce.Okafor, new(id, ConversationState.Waiting, null), Ct);

        Assert.Single((await UndoAsync(force, undoId)).Undone);

        Assert.Equal(["night", "theft"], await TagsAsync(force, id));
        var told = (await force.RaisedAsync<ConversationTagged>())[^1];
        Assert.Equal(("theft", "burglary"), (Assert.Single(told.Added), Assert.Single(told.Removed)));
        Assert.Equal(ConversationState.Waiting, (await force.LoadAsync(id)).State);
    }

    [Theory, Databases]
    public async Task Undo_OfSeveral_IsOneAct_AndKeepsWhatAColleagueChangedSince(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (first, second, third) = (await force.ConversationAsync(author: "wren"), await force.ConversationAsync(author: "finch"), await force.ConversationAsync(author: "robin"));
        var moved = await force.Get<MoveSeveral>().HandleAsync(InboxForce.Rees, [first.Id, second.Id, third.Id], ConversationState.Resolved, Ct);
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Okafor, second.Id, Ct);

        var result = await UndoAsync(force, moved.UndoId);

        Assert.Equal([first.Id, third.Id], result.Undone.Order());
        var kept = Assert.Single(result.Kept);
        Assert.Equal(second.Id, kept.Id);
        Assert.Contains("Somebody has done something else", kept.Why, StringComparison.Ordinal);
        Assert.Equal(ConversationState.Unread, (await force.LoadAsync(first.Id)).State);
        Assert.Equal((ConversationState.Resolved, 2L), ((await force.LoadAsync(second.Id)).State, (await force.LoadAsync(second.Id)).HolderId));
        Assert.Equal(2, (await force.RaisedAsync<ActUndone>()).Count);
        await PageTests.CountersEqualARecountAsync(force);
    }

    [Theory, Databases]
    public async Task Undo_WhenTheyWroteAgain_IsRefused(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, new(id, ConversationState.Resolved, null), Ct);
        var undoId = Undoable(await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, new(id, ConversationState.Open, null), Ct));
        await force.TakeAsync(Given.Item("again", "One more thing"));

        Assert.Contains("wrote again", Assert.Single((await UndoAsync(force, undoId)).Kept).Why, StringComparison.Ordinal);
        Assert.Equal(ConversationState.Unread, (await force.LoadAsync(id)).State);
        Assert.Empty(await force.RaisedAsync<ActUndone>());
    }

    [Theory, Databases]
    public async Task Undo_NeverTakesARiskOutOfSight(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var move = force.Get<MoveConversation>();
        await move.HandleAsync(InboxForce.Rees, new(id, ConversationState.Waiting, TestForce.Start.AddHours(1)), Ct);
        var undoId = Undoable(await move.HandleAsync(InboxForce.Rees, new(id, ConversationState.Resolved, null), Ct));
        await force.TakeAsync(Given.Item("risk", "He has a knife, help, now"));

        Assert.Single((await UndoAsync(force, undoId)).Kept);
        Assert.Contains(Queue.Risk, (await force.LoadAsync(id)).Queues());
    }

    [Theory, Databases]
    public async Task Undo_IsTheDoersAlone_Once_AndForAQuarterOfAnHour(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var undoId = Undoable(await DoAsync(force, id, Deed.Resolved));
        Assert.Null(await force.Get<UndoAct>().HandleAsync(InboxForce.Okafor, undoId, Ct));
        Assert.Null(await force.Get<UndoAct>().HandleAsync(InboxForce.Rees, 4_711, Ct));
        Assert.Single((await UndoAsync(force, undoId)).Undone);
        Assert.Single((await UndoAsync(force, undoId)).Kept);

        var late = Undoable(await DoAsync(force, id, Deed.Resolved));
        force.Force.Clock.Advance(UndoBook.Time + TimeSpan.FromSeconds(1));
        Assert.Contains("15 minutes", Assert.Single((await UndoAsync(force, late)).Kept).Why, StringComparison.Ordinal);
        Assert.Equal(ConversationState.Resolved, (await force.LoadAsync(id)).State);
    }

    [Theory, Databases]
    public async Task Undo_ByWhoMayNotAnyMore_IsRefused(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var undoId = Undoable(await DoAsync(force, id, Deed.Resolved));
        var demoted = TestForce.Staff(InboxForce.Rees.Id, InboxPermissions.Read);
        Assert.Single((await force.Get<UndoAct>().HandleAsync(demoted, undoId, Ct))!.Kept);
        Assert.Equal(ConversationState.Resolved, (await force.LoadAsync(id)).State);
    }

    [Theory, Databases]
    public async Task Undo_OfWhatSomebodyLookedAtSince_DoesNotMakeItUnseen(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var undoId = (await force.Get<MoveSeveral>().HandleAsync(InboxForce.Rees, [id], ConversationState.Resolved, Ct)).UndoId;
        await force.Get<ReadConversation>().HandleAsync(InboxForce.Okafor, id, Ct);

        Assert.Single((await UndoAsync(force, undoId)).Undone);
        Assert.Equal(ConversationState.Open, (await force.LoadAsync(id)).State);
    }

    [Theory, Databases]
    public async Task Undo_InTwoTabsAtOnce_IsDoneOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var undoId = Undoable(await DoAsync(force, id, Deed.Resolved));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => UndoAsync(force, undoId))));
        Assert.Equal(1, results.Sum(r => r.Undone.Count));
        Assert.Single(await force.RaisedAsync<ActUndone>());
    }

    private static (ConversationState State, long? HolderId, DateTimeOffset? SnoozedUntil, long? TeamId) Place(ConversationRow c) =>
        (c.State, c.HolderId, c.SnoozedUntil, c.TeamId);

    private static long Undoable(ChangeResult result) => Assert.IsType<ChangeResult.Done>(result).UndoId!.Value;

    private static async Task<UndoResult> UndoAsync(InboxForce force, long? undoId, Person? person = null) =>
        (await force.Get<UndoAct>().HandleAsync(person ?? InboxForce.Rees, undoId!.Value, Ct))!;

    private static Task<IReadOnlyList<string>> TagsAsync(InboxForce force, long id) =>
        force.Store.QueryAsync(TagConversation.TagsOf, new { conversationId = id }, Ct);

    /// <summary>Brings a conversation to where the deed can be done.</summary>
    private static async Task StandAsync(InboxForce force, long id, Deed deed)
    {
        var holder = (await force.LoadAsync(id)).HolderId;
        if (deed is Deed.Released or Deed.HandedOver && holder is null)
            await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, id, Ct);
        if (deed is Deed.TakenOver && holder != 2)
            await force.Get<PassConversation>().HandleAsync(InboxForce.Rees, new(id, Passing.Assigned, 2, null, null), Ct);
        if (deed is Deed.Resolved && holder is not 1)
            await force.Get<PassConversation>().HandleAsync(InboxForce.Rees, new(id, Passing.Assigned, 1, null, null), Ct);
    }

    private static Task<ChangeResult> DoAsync(InboxForce force, long id, Deed deed) => deed switch
    {
        Deed.Claimed => force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, id, Ct),
        Deed.Released => PassAsync(force, new(id, Passing.Released, null, null, null)),
        Deed.HandedOver => PassAsync(force, new(id, Passing.HandedOver, 2, null, "End of shift")),
        Deed.TakenOver => PassAsync(force, new(id, Passing.TakenOver, null, null, "Urgent")),
        Deed.Assigned => PassAsync(force, new(id, Passing.Assigned, 1, 5, null)),
        Deed.Resolved => MoveAsync(force, new(id, ConversationState.Resolved, null)),
        Deed.SetWaiting => MoveAsync(force, new(id, ConversationState.Waiting, null)),
        _ => MoveAsync(force, new(id, ConversationState.Waiting, force.Force.Clock.GetUtcNow().AddHours(1))),
    };

    private static Task<ChangeResult> PassAsync(InboxForce force, PassCommand command) =>
        force.Get<PassConversation>().HandleAsync(InboxForce.Rees, command, Ct);

    private static Task<ChangeResult> MoveAsync(InboxForce force, MoveCommand command) =>
        force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, command, Ct);
}
