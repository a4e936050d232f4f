using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Alarming;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Inbox.Undoing;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>An alarm that nobody acknowledges goes further, and nothing but an acknowledgement takes it off the screens.</summary>
public sealed class AlarmingTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task NotAcknowledged_GoesToSupervisorsThenEverybody_AndTheTimelineSaysSo(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.FlaggedAsync()).Id;
        await AfterAsync(force, 59);
        Assert.Empty(await force.RaisedAsync<AlarmEscalated>());
        await AfterAsync(force, 1);
        var first = Assert.Single(await AlarmsAsync(force, InboxForce.Rees));
        Assert.StartsWith("Not acknowledged for 60 s: supervisors. Risk: ", first.Text, StringComparison.Ordinal);
        await AfterAsync(force, 60);
        await force.Get<EscalateAlarms>().WorkAsync(Ct);

        Assert.Equal([1, 2], (await force.RaisedAsync<AlarmEscalated>()).Select(e => e.Step));
        Assert.Equal([Deed.Flagged, Deed.Escalated, Deed.Escalated], await force.DeedsAsync(id));
        var second = Assert.Single(await AlarmsAsync(force, InboxForce.Rees));
        Assert.Equal(first.Id, second.Id);
        Assert.Contains("for 120 s: everybody", second.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Escalated_ReachesThoseBeyondTheChannel_WhoLearnNothingElse(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.FlaggedAsync();
        var elsewhere = TriageTests.Limited([200], []);
        Assert.Empty(await AlarmsAsync(force, elsewhere));
        await AfterAsync(force, 60);

        var alarm = Assert.Single(await AlarmsAsync(force, elsewhere));
        Assert.Null(alarm.AcknowledgeHref);
        Assert.Equal("/alarms", alarm.Href);
        Assert.DoesNotContain("suicide", alarm.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, Databases]
    public async Task Acknowledged_EndsIt_AndAFurtherFlagBeginsAnew(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.FlaggedAsync()).Id;
        await AfterAsync(force, 60);
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Okafor, id, Ct);
        await AfterAsync(force, 600);
        Assert.Single(await force.RaisedAsync<AlarmEscalated>());
        Assert.Empty(await AlarmsAsync(force, InboxForce.Rees));

        await force.TakeAsync(Given.Item("m3", "he has a knife outside"));
        await AfterAsync(force, 59);
        Assert.Single(await force.RaisedAsync<AlarmEscalated>());
        await AfterAsync(force, 1);
        Assert.Equal([1, 1], (await force.RaisedAsync<AlarmEscalated>()).Select(e => e.Step));
    }

    [Theory, Databases]
    public async Task FurtherMessages_DoNotPutTheStepsOff(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.FlaggedAsync();
        await AfterAsync(force, 50);
        await force.TakeAsync(Given.Item("m2", "he has a knife outside"));
        await AfterAsync(force, 10);

        Assert.Equal(60, Assert.Single(await force.RaisedAsync<AlarmEscalated>()).SecondsSinceRaised);
        Assert.Single(await AlarmsAsync(force, InboxForce.Rees));
    }

    [Theory, Databases]
    public async Task AfterAPause_EveryStepThatIsDueIsTakenOnce(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.FlaggedAsync();
        await force.Get<EscalateAlarms>().WorkAsync(Ct);
        await AfterAsync(force, 500);
        await force.Get<EscalateAlarms>().WorkAsync(Ct);
        Assert.Equal([1, 2], (await force.RaisedAsync<AlarmEscalated>()).Select(e => e.Step));

        // Then the last again, every ten minutes.
        await AfterAsync(force, 600);
        await force.Get<EscalateAlarms>().WorkAsync(Ct);
        Assert.Equal([1, 2, 3], (await force.RaisedAsync<AlarmEscalated>()).Select(e => e.Step));
    }

    [Theory, Databases]
    public async Task NothingButAnAcknowledgement_TakesItOffTheScreens(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.FlaggedAsync()).Id;
        await force.Get<ClaimConversation>().HandleAsync(InboxForce.Rees, id, Ct);
        var (move, pass) = (force.Get<MoveConversation>(), force.Get<PassConversation>());
        Assert.IsType<ChangeResult.Refused>(await move.HandleAsync(InboxForce.Rees, new(id, ConversationState.Resolved, null), Ct));
        Assert.IsType<ChangeResult.Refused>(await move.HandleAsync(InboxForce.Rees, new(id, ConversationState.Waiting, null), Ct));
        Assert.IsType<ChangeResult.Refused>(await move.HandleAsync(InboxForce.Rees, new(id, ConversationState.Waiting, TestForce.Start.AddHours(1)), Ct));
        await force.Get<MoveSeveral>().HandleAsync(InboxForce.Rees, [id], ConversationState.Resolved, Ct);
        var handed = Assert.IsType<ChangeResult.Done>(await pass.HandleAsync(InboxForce.Rees, new(id, Passing.HandedOver, 2, null, "End of shift"), Ct));
        await force.Get<UndoAct>().HandleAsync(InboxForce.Rees, handed.UndoId!.Value, Ct);
        await pass.HandleAsync(InboxForce.Okafor, new(id, Passing.TakenOver, null, null, "Urgent"), Ct);
        Assert.IsType<ChangeResult.Refused>(await pass.HandleAsync(InboxForce.Okafor, new(id, Passing.Assigned, null, 5, null), Ct));
        await pass.HandleAsync(InboxForce.Okafor, new(id, Passing.Released, null, null, null), Ct);
        await force.TakeAsync(Given.Deletion(Given.Item("wren-first", "", "wren")));
        force.Channels[100] = Given.Channel(state: ChannelState.Disconnected);

        var alarm = Assert.Single(await AlarmsAsync(force, InboxForce.Rees));
        Assert.Equal($"/inbox/{id}/acknowledge", alarm.AcknowledgeHref);
        Assert.Empty(await force.RaisedAsync<FlagAcknowledged>());
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, id, Ct);
        Assert.Empty(await AlarmsAsync(force, InboxForce.Rees));
    }

    [Theory, Databases]
    public async Task UndoingAnAssignmentToATeam_WaitsForTheAcknowledgement(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).Id;
        var assigned = Assert.IsType<ChangeResult.Done>(await force.Get<PassConversation>().HandleAsync(InboxForce.Okafor, new(id, Passing.Assigned, null, 5, null), Ct));
        await force.TakeAsync(Given.Item("m2", "he has a knife outside"));
        var kept = (await force.Get<UndoAct>().HandleAsync(InboxForce.Okafor, assigned.UndoId!.Value, Ct))!;

        Assert.Equal(id, Assert.Single(kept.Kept).Id);
        Assert.Equal(5, (await force.LoadAsync(id)).TeamId);
    }

    [Theory, Databases]
    public async Task Clocks_TellWhenWhatFirstHappened(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.FlaggedAsync()).Id;
        force.Force.Clock.Advance(TimeSpan.FromSeconds(20));
        await force.Get<PoliceSocial.Inbox.Reading.ReadConversation>().HandleAsync(InboxForce.Rees, id, Ct);
        force.Force.Clock.Advance(TimeSpan.FromSeconds(10));
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, id, Ct);
        var clocks = (await force.Get<PoliceSocial.Inbox.Reading.ReadClocks>().HandleAsync(id, Ct))!;

        Assert.Equal((TestForce.Start.AddMinutes(-1), TestForce.Start, TestForce.Start), (clocks.WrittenAt, clocks.ReceivedAt, clocks.FlaggedAt));
        Assert.Equal((TestForce.Start.AddSeconds(20), TestForce.Start.AddSeconds(30), null), (clocks.SeenAt, clocks.AcknowledgedAt, clocks.AnsweredAt));
    }

    [Theory, Databases]
    public async Task MoreThanAScreenTakes_AreSummedUp_AndTheOldestStay(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        for (var n = 0; n < 53; n++)
        {
            await force.FlaggedAsync($"bird{n}");
            force.Force.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        var alarms = await AlarmsAsync(force, InboxForce.Rees);
        var oldest = (await force.ConversationsAsync())[0].Id;
        Assert.Equal(51, alarms.Count);
        Assert.Contains(alarms, a => a.Href == $"/inbox/{oldest}");
        Assert.Equal("3 more risk alarms are not acknowledged", Assert.Single(alarms, a => a.Id == "risk-more").Text);
    }

    [Theory, Databases]
    public async Task ChangePolicy_KeepsEveryVersion_AndRefusesAStaleOne(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var change = force.Get<ChangeAlarmPolicy>();
        Assert.True(await change.HandleAsync(InboxForce.Okafor, new(0, AlarmPolicy.Shipped), Ct));
        Assert.False(await change.HandleAsync(InboxForce.Rees, new(0, AlarmPolicy.Shipped), Ct));
        Assert.True(await change.HandleAsync(InboxForce.Rees, new(1, AlarmPolicy.Shipped with { RepeatMinutes = 3 }), Ct));

        var (version, policy) = await force.Get<Policies>().CurrentAsync(Ct);
        Assert.Equal((2, 3), (version, policy.RepeatMinutes));
        Assert.Equal([1, 2], (await force.RaisedAsync<AlarmPolicyChanged>()).Select(e => e.Version));
    }

    [Fact]
    public void Policy_MustReachSomebodyInOrder_AtAddressesThatAreSome()
    {
        var rules = new ChangeAlarmPolicyValidator(new());
        bool IsFine(AlarmPolicy policy) => rules.Validate(new ChangeAlarmPolicyCommand(0, policy)).IsValid;
        var (first, second) = (AlarmPolicy.Shipped.Steps[0], AlarmPolicy.Shipped.Steps[1]);
        Assert.True(IsFine(AlarmPolicy.Shipped));
        Assert.False(IsFine(new()));
        Assert.False(IsFine(new() { Steps = [second, first] }));
        Assert.False(IsFine(new() { Steps = [first with { Seconds = 5 }] }));
        Assert.False(IsFine(new() { Steps = [first with { Name = "" }] }));
        Assert.False(IsFine(new() { Steps = [first with { Audience = "permission:none" }] }));
        Assert.False(IsFine(new() { Steps = [first with { Addresses = ["nobody"] }] }));
        Assert.True(IsFine(new() { Steps = [first with { Addresses = ["oncall@force.example"] }] }));
        Assert.False(IsFine(AlarmPolicy.Shipped with { RepeatMinutes = -1 }));
        Assert.False(IsFine(AlarmPolicy.Shipped with { HookAddress = "https://pager.example/" }));
        rules = new(new() { HookSecret = "a-secret-of-the-force" });
        Assert.True(IsFine(AlarmPolicy.Shipped with { HookAddress = "https://pager.example/" }));
        Assert.False(IsFine(AlarmPolicy.Shipped with { HookAddress = "http://pager.example/" }));
    }

    internal static Task<IReadOnlyList<PoliceSocial.Platform.Pages.RaisedAlarm>> AlarmsAsync(InboxForce force, PoliceSocial.Platform.Access.Person person) =>
        force.Get<RiskAlarms>().AlarmsAsync(person, Ct);

    /// <summary>Time passes, and the service looks before and after.</summary>
    internal static async Task AfterAsync(InboxForce force, int seconds)
    {
        await force.Get<EscalateAlarms>().WorkAsync(Ct);
        force.Force.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await force.Get<EscalateAlarms>().WorkAsync(Ct);
    }
}
