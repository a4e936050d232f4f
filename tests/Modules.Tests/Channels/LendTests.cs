using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class LendTests
{
    [Theory, Databases]
    public async Task Use_AfterRetry_CallsNobodyBeforeTheTimeIsUp(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Retry(TimeSpan.FromMinutes(15), "Too many requests."));
        await force.CheckAsync();
        var calls = force.Network.Calls;

        force.Force.Clock.Advance(TimeSpan.FromMinutes(14));
        var early = Assert.IsType<Outcome<ChannelIdentity>.Retry>(await force.CheckAsync());
        await force.SweepAsync();
        Assert.Equal(TimeSpan.FromMinutes(1), early.After);
        Assert.Equal("Too many requests.", early.Why);
        Assert.Equal(calls, force.Network.Calls);

        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Outcome<ChannelIdentity>.Success>(await force.CheckAsync());
        Assert.Equal(calls + 1, force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Use_AfterFiveSenselessAnswers_RestsAndThenTriesOneCallerAtATime(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        for (var n = 0; n < Pulse.BreaksBeforeRest; n++)
        {
            force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Broken("Not JSON."));
            Assert.IsType<Outcome<ChannelIdentity>.Broken>(await force.CheckAsync());
        }

        Assert.IsType<Outcome<ChannelIdentity>.Retry>(await force.CheckAsync());
        force.Force.Clock.Advance(TimeSpan.FromSeconds(30));
        var pulse = await force.Get<Pulses>().OfAsync(100, ChannelsForce.Ct);
        var probe = Assert.IsType<Entry.Go>(pulse.Enter(force.Force.Clock.GetUtcNow()));
        Assert.True(probe.Probe);
        Assert.IsType<Outcome<ChannelIdentity>.Retry>(await force.CheckAsync());
        pulse.Leave(probe);

        Assert.IsType<Outcome<ChannelIdentity>.Success>(await force.CheckAsync());
        Assert.Equal(0, pulse.Read().Health.Breaks);
    }

    [Theory, Databases]
    public async Task Use_OfAChannelThatIsNotInUse_IsRefusedWithoutACall(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var channel = await force.ConnectAsync();
        await force.Get<PauseChannel>().RunAsync(ChannelsForce.Manager, channel, "Election night.", ChannelsForce.Ct);
        var calls = force.Network.Calls;

        Assert.Contains("is paused", Assert.IsType<Outcome<ChannelIdentity>.Refused>(await force.CheckAsync()).Why);
        Assert.IsType<Outcome<ChannelIdentity>.Refused>(await force.CheckAsync(999));
        Assert.Equal(calls, force.Network.Calls);

        Assert.Equal(StateOutcome.Done, await force.Get<ResumeChannel>().RunAsync(ChannelsForce.Manager, channel, ChannelsForce.Ct));
        Assert.IsType<Outcome<ChannelIdentity>.Success>(await force.CheckAsync());
    }

    [Theory, Databases]
    public async Task Use_WhenThePluginBecameARehearsal_NeverMixesTheTwo(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Manifest = force.Network.Manifest with { Rehearsal = true };

        Assert.Contains("real channel for ever", Assert.IsType<Outcome<ChannelIdentity>.Refused>(await force.CheckAsync()).Why);
        Assert.False((await force.ChannelAsync()).Row.Rehearsal);
    }

    [Theory, Databases]
    public async Task Check_SaysAnotherAccount_LosesTheSignIn(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Identity = new("did:fake:stranger", "stranger.example", "A stranger");

        Assert.IsType<Outcome<ChannelIdentity>.Reconnect>(await force.CheckAsync());
        Assert.Equal(ChannelState.NeedsReconnecting, (await force.ChannelAsync()).Row.State);
    }

    [Theory, Databases]
    public async Task Check_SaysAnotherHandle_IsNoted(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Identity = force.Network.Identity with { Handle = "new.example" };
        await force.CheckAsync();
        await force.CheckAsync();
        Assert.Equal("new.example", (await force.ChannelAsync()).Summary.Handle);
        Assert.Single(await force.RaisedAsync<ChannelHandleChanged>());
    }

    [Theory, Databases]
    public async Task Report_OfAGap_IsRecordedOnce(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        var gap = new ChannelSign.Gap(TestForce.Start.AddHours(-3), TestForce.Start.AddHours(-1), "The network keeps two hours.");
        for (var n = 0; n < 2; n++)
        {
            await force.CheckAsync();
            force.Network.LastWiring!.Report(gap);
            await force.CollectAsync(0);
        }

        Assert.Equal(new ChannelGapNoticed(100, gap.From, gap.To, gap.Why), Assert.Single(await force.RaisedAsync<ChannelGapNoticed>()));
    }

    [Theory, Databases]
    public async Task Use_OfWhatThePluginWorksOutAlone_NeitherWaitsNorCountsAsAnAnswer(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Retry(TimeSpan.FromHours(1), "Later."));
        await force.CheckAsync();
        var before = (await force.Get<Pulses>().OfAsync(100, ChannelsForce.Ct)).Read().Health;

        var length = await force.Get<IConnectorLines>().UseAsync<IConnector, int>(
            100, (_, _) => Task.FromResult<Outcome<int>>(new Outcome<int>.Success(42)), ChannelsForce.Ct);

        Assert.Equal(42, Assert.IsType<Outcome<int>.Success>(length).Value);
        Assert.Equal(before, (await force.Get<Pulses>().OfAsync(100, ChannelsForce.Ct)).Read().Health);
    }

    [Theory, Databases]
    public async Task Sweep_OfABusyChannel_StillAsksOnceAnHourWhoseItIs(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        await force.SweepAsync();
        force.Force.Clock.Advance(TimeSpan.FromHours(1));
        await force.CollectAsync(1);
        force.Network.Identity = force.Network.Identity with { CredentialExpires = TestForce.Start.AddDays(20) };
        await force.SweepAsync();
        Assert.Equal(TestForce.Start.AddDays(20), (await force.Get<Pulses>().OfAsync(100, ChannelsForce.Ct)).Read().Health.CredentialExpires);
        var calls = force.Network.Calls;
        await force.SweepAsync();
        Assert.Equal(calls, force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Health_SurvivesARestart(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        await force.CollectAsync(3);
        force.Network.LastWiring!.Report(new ChannelSign.Budget("reads", 40, 100, TestForce.Start.AddHours(1)));
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Retry(TimeSpan.FromHours(1), "Later."));
        await force.CheckAsync();
        await force.Get<WriteHealth>().RunAsync(ChannelsForce.Ct);

        using var afresh = new Pulses(force.Get<Store<PoliceSocial.Channels.ChannelsModule>>());
        var reading = (await afresh.OfAsync(100, ChannelsForce.Ct)).Read();
        var known = (await force.Get<Pulses>().OfAsync(100, ChannelsForce.Ct)).Read();
        Assert.Equal(known.Health, reading.Health);
        Assert.Equal(TestForce.Start.AddHours(1), reading.Health.RetryAt);
        Assert.Equal((40, 100), (Assert.Single(reading.Budgets).Remaining, reading.Budgets[0].Most));
        Assert.Equal(3, Assert.Single(reading.Rhythm.Days).Events);
    }
}
