using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class TriageTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Claim_WhenManyClaimAtOnce_IsOnesAlone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var people = Enumerable.Range(1, 24).Select(n => TestForce.Staff(n, InboxPermissions.Read, InboxPermissions.Reply)).ToList();
        var results = await Task.WhenAll(people.Select(p => Task.Run(() => force.Get<ClaimConversation>().HandleAsync(p, id, Ct))));

        var winner = Assert.Single(results.OfType<ChangeResult.Done>()).Conversation.HolderId;
        Assert.Equal(23, results.OfType<ChangeResult.Refused>().Count());
        Assert.Equal((winner, ConversationState.Open), ((await force.LoadAsync(id)).HolderId, (await force.LoadAsync(id)).State));
        Assert.Equal(winner, Assert.Single(await force.RaisedAsync<ConversationClaimed>()).HolderId);
        Assert.Single(await force.DeedsAsync(id), Deed.Claimed);
    }

    [Theory, Databases]
    public async Task Claim_WhenItIsMineAlready_ChangesNothing(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await HeldAsync(force)).Id;
        Assert.IsType<ChangeResult.Done>(await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, id, Ct));
        Assert.Single(await force.RaisedAsync<ConversationClaimed>());
    }

    [Fact]
    public void HandOver_AndTakeOver_NeedAReason()
    {
        var validator = new PassValidator();
        foreach (var how in new[] { Passing.HandedOver, Passing.TakenOver })
        {
            Assert.False(validator.Validate(new PassCommand(1, how, 2, null, null)).IsValid);
            Assert.False(validator.Validate(new PassCommand(1, how, 2, null, "  ")).IsValid);
            Assert.False(validator.Validate(new PassCommand(1, how, 2, null, new string('x', 1_001))).IsValid);
            Assert.True(validator.Validate(new PassCommand(1, how, 2, null, "End of shift")).IsValid);
        }

        Assert.False(validator.Validate(new PassCommand(1, Passing.HandedOver, null, null, "End of shift")).IsValid);
        Assert.False(validator.Validate(new PassCommand(1, Passing.Assigned, null, null, null)).IsValid);
        Assert.True(validator.Validate(new PassCommand(1, Passing.Assigned, null, 5, null)).IsValid);
        Assert.False(validator.Validate(new PassCommand(1, default, 2, null, "So")).IsValid);
    }

    [Theory, Databases]
    public async Task HandOver_GivesItToTheColleagueWithTheReason(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await HeldAsync(force)).Id;
        Assert.IsType<ChangeResult.Done>(await PassAsync(force, InboxForce.Rees, new(id, Passing.HandedOver, 2, null, "End of shift")));

        Assert.Equal(2, (await force.LoadAsync(id)).HolderId);
        var passed = Assert.Single(await force.RaisedAsync<ConversationPassed>());
        Assert.Equal(("HandedOver", 1, 2), (passed.How, passed.FromId, passed.ToId));
        var deed = (await force.Store.QueryAsync(Stored.Deeds, new { id }, Ct))[^1];
        Assert.Equal((Deed.HandedOver, "End of shift", 1L, 2L), (deed.Kind, deed.Detail, deed.ActorId, deed.OtherId));
    }

    [Theory, Databases]
    public async Task HandOver_AndRelease_AreTheHoldersAlone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await HeldAsync(force)).Id;
        Assert.IsType<ChangeResult.Refused>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.HandedOver, 2, null, "Mine now")));
        Assert.IsType<ChangeResult.Refused>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.Released, null, null, null)));
        Assert.Equal(1, (await force.LoadAsync(id)).HolderId);
        Assert.IsType<ChangeResult.Done>(await PassAsync(force, InboxForce.Rees, new(id, Passing.Released, null, null, null)));

        Assert.Null((await force.LoadAsync(id)).HolderId);
        await PageTests.CountersEqualARecountAsync(force);
    }

    [Theory, Databases]
    public async Task Assign_ToSomebodyWhoMayNotAnswerThere_IsRefused(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        Assert.IsType<ChangeResult.Refused>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.Assigned, 4_711, null, null)));
        Assert.IsType<ChangeResult.Done>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.Assigned, 1, null, null)));

        Assert.Equal(1, (await force.LoadAsync(id)).HolderId);
    }

    [Theory, Databases]
    public async Task Assign_ToSomebodyOfATeam_NeedsTheWorkToLieWithIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.OfTeams[1] = 5;
        var id = (await force.ConversationAsync()).Id;
        Assert.IsType<ChangeResult.Refused>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.Assigned, 1, null, null)));
        Assert.IsType<ChangeResult.Done>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.Assigned, 1, 5, null)));

        Assert.Equal((1L, 5L), ((await force.LoadAsync(id)).HolderId, (await force.LoadAsync(id)).TeamId));
    }

    [Theory, Databases]
    public async Task TakeOver_NeedsTheRightToAssign_AndAHolder(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var command = new PassCommand(id, Passing.TakenOver, null, null, "Urgent");
        Assert.IsType<ChangeResult.Refused>(await PassAsync(force, InboxForce.Okafor, command));
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, id, Ct);
        Assert.IsType<ChangeResult.NotAllowed>(await PassAsync(force, TestForce.Staff(3, InboxPermissions.Read, InboxPermissions.Reply), command));
        Assert.IsType<ChangeResult.Done>(await PassAsync(force, InboxForce.Okafor, command));

        Assert.Equal(2, (await force.LoadAsync(id)).HolderId);
    }

    [Theory, Databases]
    public async Task Assign_ToATeam_MovesItToTheTeamsQueue(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await HeldAsync(force)).Id;
        Assert.IsType<ChangeResult.Done>(await PassAsync(force, InboxForce.Okafor, new(id, Passing.Assigned, null, 5, null)));

        var after = await force.LoadAsync(id);
        Assert.Equal((null, 5L), (after.HolderId, after.TeamId));
        await PageTests.CountersEqualARecountAsync(force);
    }

    [Theory, Databases]
    public async Task Acknowledge_EndsTheAlarmInOnesName(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.FlaggedAsync()).Id;
        Assert.Equal([Deed.Flagged], await force.DeedsAsync(id));
        var resolve = new MoveCommand(id, ConversationState.Resolved, null);
        Assert.IsType<ChangeResult.Refused>(await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, resolve, Ct));
        force.Force.Clock.Advance(TimeSpan.FromSeconds(40));
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Okafor, id, Ct);
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, id, Ct);

        Assert.Equal(40, Assert.Single(await force.RaisedAsync<FlagAcknowledged>()).SecondsSinceFlagged);
        Assert.Equal((2L, false), ((await force.LoadAsync(id)).AcknowledgedBy, (await force.LoadAsync(id)).Alarms()));
        var unassessed = Assert.IsType<ChangeResult.Refused>(await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, resolve, Ct));
        Assert.Contains("no THRIVE has been recorded", unassessed.Why, StringComparison.Ordinal);
        await force.AssessAsync(id);
        Assert.IsType<ChangeResult.Done>(await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, resolve, Ct));
    }

    [Theory, Databases]
    public async Task Flag_WhenTheyWriteAgain_AlarmsAgain(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.FlaggedAsync()).Id;
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Okafor, id, Ct);
        await force.TakeAsync(Given.Item("m2", "Thanks"));
        Assert.False((await force.LoadAsync(id)).Alarms());
        await force.TakeAsync(Given.Item("m3", "he has a knife outside"));

        Assert.True((await force.LoadAsync(id)).Alarms());
        Assert.Equal(2, (await force.RaisedAsync<ConversationFlagged>()).Count);
    }

    [Theory, Databases]
    public async Task Snooze_WakesWhenItsTimeHasComeAndNotBefore(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        await force.Get<MoveConversation>().HandleAsync(InboxForce.Rees, new(id, ConversationState.Waiting, TestForce.Start.AddHours(1)), Ct);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(59));
        await force.Get<WakeSnoozed>().WakeAsync(Ct);
        Assert.Equal(ConversationState.Waiting, (await force.LoadAsync(id)).State);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        await force.Get<WakeSnoozed>().WakeAsync(Ct);
        await force.Get<WakeSnoozed>().WakeAsync(Ct);

        Assert.Equal((ConversationState.Unread, null), ((await force.LoadAsync(id)).State, (await force.LoadAsync(id)).SnoozedUntil));
        Assert.Equal([Deed.Snoozed, Deed.Woken], await force.DeedsAsync(id));
        Assert.Equal(["Waiting", "Unread"], (await force.RaisedAsync<ConversationStateChanged>()).Select(e => e.To));
        await PageTests.CountersEqualARecountAsync(force);
    }

    [Fact]
    public void Snooze_TakesATimeToComeWithinNinetyDays()
    {
        var validator = new MoveValidator(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestForce.Start));
        Assert.False(validator.Validate(new MoveCommand(1, ConversationState.Waiting, TestForce.Start)).IsValid);
        Assert.False(validator.Validate(new MoveCommand(1, ConversationState.Waiting, TestForce.Start.AddDays(91))).IsValid);
        Assert.False(validator.Validate(new MoveCommand(1, ConversationState.Unread, null)).IsValid);
        Assert.True(validator.Validate(new MoveCommand(1, ConversationState.Waiting, TestForce.Start.AddDays(2))).IsValid);
    }

    [Theory, Databases]
    public async Task MoveSeveral_NeverMovesWhatIsFlagged(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (plain, alarming, seen) = (await force.ConversationAsync(author: "finch"), await force.FlaggedAsync(), await force.FlaggedAsync("robin"));
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, seen.Id, Ct);
        var result = await force.Get<MoveSeveral>().HandleAsync(InboxForce.Rees, [plain.Id, alarming.Id, seen.Id, plain.Id, 77], ConversationState.Resolved, Ct);

        Assert.Equal([(plain.Id, ConversationState.Unread)], result.Moved);
        Assert.Equal([alarming.Id, seen.Id], result.Kept.Select(k => k.Id).Order());
        Assert.Equal(plain.Id, Assert.Single(await force.RaisedAsync<ConversationStateChanged>()).ConversationId);
        await PageTests.CountersEqualARecountAsync(force);
    }

    [Theory, Databases]
    public async Task MoveSeveral_SaysNothingOfWhatThePersonMayNotSee(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var hidden = await force.FlaggedAsync();
        var result = await force.Get<MoveSeveral>().HandleAsync(Limited([200], []), [hidden.Id], ConversationState.Resolved, Ct);
        Assert.Empty(result.Moved);
        Assert.Empty(result.Kept);
    }

    [Theory, Databases]
    public async Task Permission_HoldsByChannelAndByTeam(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var ours = await force.ConversationAsync(channel: 100);
        var theirs = await force.ConversationAsync(channel: 200);
        var claim = force.Get<ClaimConversation>();
        foreach (var person in new[] { Limited([200], []), Limited([], [5]) })
        {
            Assert.IsType<ChangeResult.NotFound>(await claim.HandleAsync(person, ours.Id, Ct));
            Assert.Equal([theirs.Id], (await force.ListAsync(new(), person)).Rows.Select(r => r.Id));
            Assert.Equal([theirs.Id], await force.SearchAsync("purse", person));
            Assert.Null(await force.Get<PoliceSocial.Inbox.Reading.ReadConversation>().HandleAsync(person, ours.Id, Ct));
        }

        Assert.IsType<ChangeResult.Done>(await claim.HandleAsync(Limited([], [5]), theirs.Id, Ct));
        Assert.IsType<ChangeResult.NotAllowed>(await claim.HandleAsync(TestForce.Staff(9, InboxPermissions.Read), ours.Id, Ct));
        Assert.IsType<ChangeResult.NotFound>(await claim.HandleAsync(TestForce.Staff(9, InboxPermissions.Reply), ours.Id, Ct));
        Assert.Null((await force.LoadAsync(ours.Id)).HolderId);
    }

    internal static Person Limited(long[] channels, long[] teams) =>
        new(8, "Officer 8", 80, "127.0.0.1", new(InboxPermissions.All.Select(p => (p.Key, Reach.Only(channels, teams)))));

    private static async Task<ConversationRow> HeldAsync(InboxForce force)
    {
        var conversation = await force.ConversationAsync();
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, conversation.Id, Ct);
        return conversation;
    }

    private static Task<ChangeResult> PassAsync(InboxForce force, Person person, PassCommand command) =>
        force.Get<PassConversation>().HandleAsync(person, command, Ct);
}
