using PoliceSocial.Channels;
using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class AlarmTests
{
    private static readonly ActKind Hearing = new("test.hear");

    [Theory, Databases]
    public async Task LostSignIn_HoweverManyCallsMeetIt_RaisesOneAlarm(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var channel = await force.ConnectAsync();
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("The password was changed."));
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("The password was changed."));
        var lines = force.Get<ConnectorLines>();
        await lines.TryAsync<IConnector, ChannelIdentity>(channel, (c, ct) => c.CheckAsync(ct), ChannelsForce.Ct);
        await lines.TryAsync<IConnector, ChannelIdentity>(channel, (c, ct) => c.CheckAsync(ct), ChannelsForce.Ct);
        await force.SweepAsync();

        var alarm = Assert.Single(await force.AlarmsAsync());
        Assert.Equal((ChannelAlarmKind.SignInLost, true, "The password was changed."), (alarm.Kind, alarm.Urgent, alarm.Why));
        Assert.Single(await force.RaisedAsync<ChannelLostCredential>());
        Assert.IsType<Outcome<ChannelIdentity>.Refused>(await force.CheckAsync());
    }

    [Theory, Databases]
    public async Task LostSignIn_FoundAcceptedAgainByATest_IsOver(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("An outage at the network."));
        await force.CheckAsync();

        Assert.IsType<TestOutcome.Works>(await force.Get<TestChannel>().RunAsync(ChannelsForce.Manager, await force.ChannelAsync(), ChannelsForce.Ct));

        Assert.Equal(ChannelState.Connected, (await force.ChannelAsync()).Row.State);
        Assert.Empty(await force.AlarmsAsync());
        Assert.False(Assert.Single(await force.RaisedAsync<ChannelReconnected>()).NewCredential);
    }

    [Theory, Databases]
    public async Task Quiet_LongerThanTheThreshold_AlarmsUntilSomethingComes(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await SetQuietAsync(force, QuietRule.Fixed, 30);
        await force.CollectAsync(1);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(30));
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());

        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        await force.SweepAsync();
        await force.SweepAsync();
        var alarm = Assert.Single(await force.AlarmsAsync());
        Assert.Equal((ChannelAlarmKind.Quiet, TestForce.Start), (alarm.Kind, alarm.Since));
        Assert.Equal(new ChannelWentQuiet(100, TestForce.Start, 30), Assert.Single(await force.RaisedAsync<ChannelWentQuiet>()));

        await force.CollectAsync(1);
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
        Assert.Equal(new ChannelIsWell(100, alarm.Id, ChannelAlarmKind.Quiet), Assert.Single(await force.RaisedAsync<ChannelIsWell>()));
    }

    [Theory, Databases]
    public async Task Quiet_OfAPausedOrUnhurriedChannel_NeverAlarms(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await SetQuietAsync(force, QuietRule.Never, null);
        force.Force.Clock.Advance(TimeSpan.FromDays(40));
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());

        await SetQuietAsync(force, QuietRule.Fixed, 30);
        await force.Get<PauseChannel>().RunAsync(ChannelsForce.Manager, await force.ChannelAsync(), "Election night.", ChannelsForce.Ct);
        force.Force.Clock.Advance(TimeSpan.FromDays(1));
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
    }

    [Theory, Databases]
    public async Task Quiet_Learned_IsTwiceTheLongestUsualSilence(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        for (var hour = 0; hour < 60; hour += 6)
        {
            await force.CollectAsync(1);
            force.Force.Clock.Advance(TimeSpan.FromHours(6));
        }

        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
        force.Force.Clock.Advance(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(1));
        await force.SweepAsync();
        Assert.Equal(ChannelAlarmKind.Quiet, Assert.Single(await force.AlarmsAsync()).Kind);
    }

    [Theory, Databases]
    public async Task Down_AfterFiveMinutesWithoutAnAnswer_AlarmsUntilTheNetworkAnswers(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        for (var n = 0; n < 6; n++)
        {
            force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Retry(TimeSpan.FromSeconds(1), "No route to the network."));
            force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
            await force.SweepAsync();
        }

        var alarm = Assert.Single(await force.AlarmsAsync());
        Assert.Equal(ChannelAlarmKind.Down, alarm.Kind);
        Assert.Contains("No route", alarm.Why);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
    }

    [Theory, Databases]
    public async Task Down_WhenThePluginIsGone_SaysSoAndTheChannelStaysListed(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.OnTheShelf = false;
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
        force.Force.Clock.Advance(TimeSpan.FromSeconds(30));
        await force.SweepAsync();

        Assert.Contains("'fake' is not in use", Assert.Single(await force.AlarmsAsync()).Why);
        Assert.Single(await force.Get<IChannels>().AllAsync(ChannelsForce.Ct));
    }

    [Theory, Databases]
    public async Task Expiry_WarnsAWeekBeforeAndAlarmsADayBefore(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        force.Network.Identity = force.Network.Identity with { CredentialExpires = TestForce.Start.AddDays(8) };
        await force.ConnectAsync();
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());

        force.Force.Clock.Advance(TimeSpan.FromDays(2));
        await force.SweepAsync();
        var warning = Assert.Single(await force.AlarmsAsync());
        Assert.Equal((ChannelAlarmKind.SignInExpiring, false), (warning.Kind, warning.Urgent));

        force.Force.Clock.Advance(TimeSpan.FromDays(5.5));
        await force.SweepAsync();
        var alarm = Assert.Single(await force.AlarmsAsync());
        Assert.Equal((ChannelAlarmKind.SignInExpiringToday, true), (alarm.Kind, alarm.Urgent));
        Assert.Equal([false, true], (await force.RaisedAsync<ChannelCredentialExpiring>()).Select(e => e.WithinADay));
    }

    [Theory, Databases]
    public async Task Acknowledge_NamesThePersonAndTheAlarmStaysUntilTheChannelIsWell(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("The password was changed."));
        await force.CheckAsync();
        var alarm = Assert.Single(await force.AlarmsAsync());
        var acknowledge = force.Get<AcknowledgeAlarm>();

        Assert.Equal(AcknowledgeOutcome.NotAllowed, await acknowledge.RunAsync(TestForce.Staff(9, "channels.read"), alarm.Id, ChannelsForce.Ct));
        Assert.Equal(AcknowledgeOutcome.Acknowledged, await acknowledge.RunAsync(TestForce.Staff(8, "inbox.acknowledge"), alarm.Id, ChannelsForce.Ct));
        Assert.Equal(AcknowledgeOutcome.SomebodyElseHas, await acknowledge.RunAsync(ChannelsForce.Manager, alarm.Id, ChannelsForce.Ct));

        Assert.Equal(8, Assert.Single(await force.AlarmsAsync()).AcknowledgedBy);
        await ReconnectTests.ReconnectAsync(force, await force.ChannelAsync(), "a-new-password");
        Assert.Empty(await force.AlarmsAsync());
        Assert.Equal(AcknowledgeOutcome.Over, await acknowledge.RunAsync(ChannelsForce.Manager, alarm.Id, ChannelsForce.Ct));
    }

    [Theory, Databases]
    public async Task Gap_AlarmsUntilSomebodyTakesNote_AndTheNextOneAlarmsAgain(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        var pulse = await force.Get<Pulses>().OfAsync(100, ChannelsForce.Ct);
        pulse.Gaps.Put([new(TestForce.Start.AddHours(-3), TestForce.Start.AddHours(-1), "The network keeps an hour only.")]);
        await force.SweepAsync();
        await force.SweepAsync();
        var alarm = Assert.Single(await force.AlarmsAsync());
        Assert.Equal((ChannelAlarmKind.Gap, true), (alarm.Kind, alarm.Urgent));
        Assert.Contains("an hour only", alarm.Why, StringComparison.Ordinal);

        await force.Get<AcknowledgeAlarm>().RunAsync(ChannelsForce.Manager, alarm.Id, ChannelsForce.Ct);
        pulse.Gaps.Put([new(TestForce.Start.AddHours(-1), TestForce.Start, "Again.")]);
        await force.SweepAsync();
        var second = Assert.Single(await force.AlarmsAsync());
        Assert.NotEqual(alarm.Id, second.Id);
        await force.Get<AcknowledgeAlarm>().RunAsync(ChannelsForce.Manager, second.Id, ChannelsForce.Ct);
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
        Assert.Equal(2, (await force.RaisedAsync<ChannelGapNoticed>()).Count);
    }

    [Theory, Databases]
    public async Task CannotStore_AlarmsOnce_ThroughSweeps_UntilItStoresAgain(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        var troubles = force.Get<IChannelTroubles>();
        await troubles.StoresAgainAsync(100, ChannelsForce.Ct);
        await troubles.CannotStoreAsync(100, "The disk is full.", ChannelsForce.Ct);
        await troubles.CannotStoreAsync(100, "The disk is full.", ChannelsForce.Ct);
        await force.SweepAsync();
        var alarm = Assert.Single(await force.AlarmsAsync());
        Assert.Equal((ChannelAlarmKind.CannotStore, true, "The disk is full."), (alarm.Kind, alarm.Urgent, alarm.Why));
        Assert.Single(await force.RaisedAsync<ChannelCannotStore>());

        await troubles.StoresAgainAsync(100, ChannelsForce.Ct);
        Assert.Empty(await force.AlarmsAsync());
        Assert.Equal(ChannelAlarmKind.CannotStore, Assert.Single(await force.RaisedAsync<ChannelIsWell>()).Kind);
    }

    [Theory, Databases]
    public async Task KeptAside_AlarmsOnItsChannel_UntilTheLastIsDealtWith(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        await HearAsync(force, new ItemQuarantined(1, 100, "aGFzaA==", TestForce.Start));
        await HearAsync(force, new ItemQuarantined(2, 100, "aGFzaA==", TestForce.Start));
        await force.SweepAsync();
        Assert.Equal(ChannelAlarmKind.KeptAside, Assert.Single(await force.AlarmsAsync()).Kind);

        await HearAsync(force, new QuarantineSettled(1, 100, true, 1));
        await force.SweepAsync();
        Assert.Single(await force.AlarmsAsync());
        await HearAsync(force, new QuarantineSettled(2, 100, false, 0));
        await force.SweepAsync();
        Assert.Empty(await force.AlarmsAsync());
    }

    private static async Task HearAsync<T>(ChannelsForce force, T happened)
        where T : class, IEvent
    {
        var store = force.Get<Store<ChannelsModule>>();
        await using var session = await store.BeginAsync(force.Get<ActFactory>().ByService(Hearing), ChannelsForce.Ct);
        await ((IHear<T>)(object)force.Get<WhenQuarantined>()).HearAsync(happened, session, ChannelsForce.Ct);
        await session.CommitAsync(ChannelsForce.Ct);
    }

    private static async Task SetQuietAsync(ChannelsForce force, QuietRule rule, int? minutes)
    {
        var channel = await force.ChannelAsync() ?? await force.ConnectAsync();
        var details = new ChannelDetails { Name = channel.Name, QuietRule = rule, QuietMinutes = minutes };
        Assert.IsType<EditOutcome.Saved>(await force.Get<EditChannel>().RunAsync(ChannelsForce.Manager, channel, details, channel.Row.Version, ChannelsForce.Ct));
    }
}
