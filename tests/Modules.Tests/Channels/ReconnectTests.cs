using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Model;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class ReconnectTests
{
    [Theory, Databases]
    public async Task Reconnect_AsTheSameAccount_KeepsTheChannelAndRenewsItsConnector(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var before = await force.ConnectAsync();
        force.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("The password was changed."));
        await force.CheckAsync();

        await ReconnectAsync(force, await force.ChannelAsync(), "a-new-password");

        var after = await force.ChannelAsync();
        Assert.Equal((before.Id, before.Row.AccountId, before.Row.ConnectedAt), (after.Id, after.Row.AccountId, after.Row.ConnectedAt));
        Assert.Equal(ChannelState.Connected, after.Row.State);
        Assert.Equal(before.Row.Revision + 1, after.Row.Revision);
        Assert.Equal("a-new-password", await force.StoredPasswordAsync());
        Assert.Empty(await force.AlarmsAsync());
        Assert.Equal(ChannelAlarmKind.SignInLost, Assert.Single(await force.RaisedAsync<ChannelIsWell>()).Kind);
        Assert.Equal(new ChannelReconnected(100, before.Row.AccountId, true), Assert.Single(await force.RaisedAsync<ChannelReconnected>()));
    }

    [Theory, Databases]
    public async Task Reconnect_AsAnotherAccount_IsRefusedAndChangesNothing(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var channel = await force.ConnectAsync();
        force.Network.Identity = new("did:fake:stranger", "stranger.example", "A stranger");

        var refused = Assert.IsType<TryOutcome.AnotherAccount>(await force.SignInAgainAsync(channel, "their-password"));

        Assert.Contains("@stranger.example", refused.WhyNot);
        Assert.Contains("@force.example", refused.WhyNot);
        Assert.Equal(ChannelsForce.Password, await force.StoredPasswordAsync());
        Assert.Equal(channel.Row, (await force.ChannelAsync()).Row);
    }

    [Theory, Databases]
    public async Task Reconnect_WithTheSecretLeftEmpty_KeepsTheStoredOne(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await ReconnectAsync(force, await force.ConnectAsync(), "");
        Assert.Equal(ChannelsForce.Password, await force.StoredPasswordAsync());
    }

    [Theory, Databases]
    public async Task Reconnect_OfAPausedChannel_DoesNotEndThePause(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.Get<PauseChannel>().RunAsync(ChannelsForce.Manager, await force.ConnectAsync(), "Election night.", ChannelsForce.Ct);
        await ReconnectAsync(force, await force.ChannelAsync(), "a-new-password");
        Assert.Equal((ChannelState.Paused, "Election night."), ((await force.ChannelAsync()).Row.State, (await force.ChannelAsync()).Row.StateWhy));
    }

    [Theory, Databases]
    public async Task Connect_OfAnAccountThatIsAChannelAlready_IsRefused(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        var second = await force.Get<IConnectChannel>().ConnectAsync(new(101, FakeNetwork.Id, "Again", ChannelsForce.Filled()), ChannelsForce.Ct);
        Assert.Contains("connected already", Assert.IsType<ConnectChannelOutcome.NotConnected>(second).Why);
        Assert.Null(await force.StoredPasswordAsync(101));
    }

    [Theory, Databases]
    public async Task Connect_AskedTwiceWithOneId_ConnectsOnce(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        await force.ConnectAsync();
        var again = await force.Get<IConnectChannel>().ConnectAsync(new(100, FakeNetwork.Id, "Again", ChannelsForce.Filled()), ChannelsForce.Ct);
        Assert.True(Assert.IsType<ConnectChannelOutcome.Connected>(again).Already);
        Assert.Single(await force.RaisedAsync<ChannelConnected>());
    }

    internal static async Task ReconnectAsync(ChannelsForce force, Channel channel, string password)
    {
        var accepted = Assert.IsType<TryOutcome.Accepted>(await force.SignInAgainAsync(channel, password));
        var act = force.Get<ActFactory>().By(ChannelsForce.Manager, ReconnectChannel.Kind);
        Assert.Equal(ReconnectOutcome.Reconnected, await force.Get<ReconnectChannel>().RunAsync(act, accepted.Attempt, ChannelsForce.Ct));
    }
}
