using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class PageTests
{
    private static readonly (string, string)[] Filled =
        [("setting-service", "https://fake.example"), ("setting-handle", "force.example"), ("setting-password", ChannelsForce.Password)];

    [Fact]
    public async Task Connect_FromTheFormToTheChannel_NeverShowsTheSecret()
    {
        await using var site = await ChannelsSite.OpenAsync(TestForce.Staff(7, "channels.read", "channels.manage", "plugins.manage"));
        Assert.Contains("/channels/connect/fake", (await site.GetAsync("/channels/connect")).Body);
        Assert.Contains("type=\"password\"", (await site.GetAsync("/channels/connect/fake")).Body);

        var tested = await site.PostAsync("/channels/connect/fake", Filled);
        Assert.Equal(302, tested.Status);
        var confirm = await site.GetAsync(tested.Location!);
        Assert.Contains("The Force (@force.example)", confirm.Body);
        var connected = await site.PostAsync(tested.Location!, ("Name", "Force on Fakebook"), ("QuietRule", "Fixed"), ("QuietMinutes", "45"), ("TeamId", "5"));
        Assert.Equal(302, connected.Status);

        var channel = await site.GetAsync(connected.Location!);
        Assert.Contains("Force on Fakebook", channel.Body);
        Assert.Contains("Digital desk", channel.Body);
        Assert.Contains("never shown", channel.Body);
        foreach (var path in new[] { "/channels", connected.Location!, connected.Location + "/edit", connected.Location + "/reconnect", "/plugins" })
        {
            var page = await site.GetAsync(path);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain(ChannelsForce.Password, page.Body, StringComparison.Ordinal);
        }

        Assert.Equal("Force on Fakebook", Assert.Single(await site.Get<IChannels>().AllAsync(ChannelsSite.Ct)).Name);
    }

    [Fact]
    public async Task Connect_WhenTheNetworkSaysNo_ForgetsTheSecretAndKeepsTheRest()
    {
        await using var site = await ChannelsSite.OpenAsync(TestForce.Staff(7, "channels.manage"));
        site.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("wrong <password>"));
        var refused = await site.PostAsync("/channels/connect/fake", Filled);
        Assert.Equal(200, refused.Status);
        Assert.Contains("There is a problem", refused.Body);
        Assert.Contains("wrong &lt;password&gt;", refused.Body);
        Assert.Contains("value=\"force.example\"", refused.Body);
        Assert.DoesNotContain(ChannelsForce.Password, refused.Body, StringComparison.Ordinal);
        Assert.Empty(await site.Get<IChannels>().AllAsync(ChannelsSite.Ct));
    }

    [Fact]
    public async Task Connect_OnTheNetworksOwnPage_ComesBackToTheConfirmation()
    {
        await using var site = await ChannelsSite.OpenAsync(TestForce.Staff(7, "channels.manage", "channels.read"));
        var leaving = await site.PostAsync("/channels/connect/fake", [.. Filled, ("how", "page")]);
        Assert.Contains("https://fake.example/sign-in?back=", leaving.Body);
        Assert.Contains(Uri.EscapeDataString(new Uri(site.Address, "/channels/callback/fake").AbsoluteUri), leaving.Body);

        var back = await site.GetAsync("/channels/callback/fake?state=state-of-the-attempt&code=42");
        Assert.StartsWith("/channels/connect/fake/", back.Location);
        var again = await site.GetAsync("/channels/callback/fake?state=state-of-the-attempt&code=42");
        Assert.Equal(200, again.Status);
        Assert.Contains("was used already", again.Body);
    }

    [Fact]
    public async Task Channel_CanBePausedResumedTestedEditedAndDisconnected()
    {
        await using var site = await ChannelsSite.OpenAsync(TestForce.Staff(7, "channels.read", "channels.manage"));
        await site.ConnectAsync();

        Assert.Contains("Enter why", (await site.PostAsync("/channels/100/pause", ("Reason", ""))).Body);
        Assert.Equal(302, (await site.PostAsync("/channels/100/pause", ("Reason", "Election night."))).Status);
        Assert.Contains("Election night.", (await site.GetAsync("/channels/100")).Body);
        Assert.Equal(302, (await site.PostAsync("/channels/100?handler=Resume")).Status);
        site.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Refused("Closed for repairs."));
        Assert.Equal(302, (await site.PostAsync("/channels/100?handler=Test")).Status);
        Assert.Contains("does not work at present. The network said no: Closed for repairs.", (await site.GetAsync("/channels/100")).Body);
        Assert.Contains("Enter the minutes as a whole number", (await site.PostAsync("/channels/100/edit", ("Name", "X"), ("QuietRule", "Fixed"), ("QuietMinutes", "soon"))).Body);
        var stale = await site.PostAsync("/channels/100/edit", ("Name", "Mine"), ("QuietRule", "Never"), ("Version", "1"));
        Assert.Contains("was changed while you were editing", stale.Body);
        Assert.Contains("value=\"Mine\"", stale.Body);
        Assert.Contains("stays for ever", (await site.GetAsync("/channels/100/disconnect")).Body);
        Assert.Equal(302, (await site.PostAsync("/channels/100/disconnect", ("Reason", "The account moves."))).Status);

        var disconnected = Assert.Single(await site.Get<IChannels>().AllAsync(ChannelsSite.Ct));
        Assert.Equal(ChannelState.Disconnected, disconnected.State);
        Assert.Contains("Disconnected", (await site.GetAsync("/channels")).Body);
    }

    [Fact]
    public async Task Channel_WhosePluginIsGone_IsListedAndSaysSo()
    {
        await using var site = await ChannelsSite.OpenAsync(TestForce.Staff(7, "channels.read", "channels.manage"));
        await site.ConnectAsync();
        site.Network.OnTheShelf = false;
        Assert.Contains("Plugin not in use", (await site.GetAsync("/channels")).Body);
        Assert.Contains("nothing new comes in or goes out", (await site.GetAsync("/channels/100")).Body);
        Assert.Equal(200, (await site.GetAsync("/channels/100/reconnect")).Status);
    }

    [Fact]
    public async Task Alarm_IsAcknowledgedByAPost()
    {
        await using var site = await ChannelsSite.OpenAsync(TestForce.Staff(7, "channels.read", "inbox.acknowledge"));
        await site.ConnectAsync();
        site.Network.Checks.Enqueue(new Outcome<ChannelIdentity>.Reconnect("The password was changed."));
        await site.Get<IConnectorLines>().UseAsync<IConnector, ChannelIdentity>(100, (c, ct) => c.CheckAsync(ct), ChannelsSite.Ct);
        Assert.Contains("Sign-in lost", (await site.GetAsync("/channels")).Body);
        Assert.Contains("I am looking after it", (await site.GetAsync("/channels/100")).Body);

        var alarm = Assert.Single(await site.Get<IChannelAlarms>().CurrentAsync(ChannelsSite.Ct));
        Assert.Equal("/channels/100", (await site.PostAsync($"/channels/alarms/{alarm.Id}/acknowledge")).Location);
        Assert.Equal(7, Assert.Single(await site.Get<IChannelAlarms>().CurrentAsync(ChannelsSite.Ct)).AcknowledgedBy);
    }

    [Fact]
    public async Task Pages_BeyondOnesReach_AreForbidden()
    {
        var elsewhere = TestForce.Staff(7) with { Grants = new([("channels.read", Reach.Only([100], [])), ("channels.manage", Reach.Only([999], []))]) };
        await using var site = await ChannelsSite.OpenAsync(elsewhere);
        await site.ConnectAsync();
        Assert.Equal(200, (await site.GetAsync("/channels/100")).Status);
        Assert.Equal(403, (await site.GetAsync("/channels/100/edit")).Status);
        Assert.Equal(403, (await site.GetAsync("/channels/100/disconnect")).Status);
        Assert.Equal(403, (await site.GetAsync("/channels/connect/fake")).Status);
        Assert.Equal(403, (await site.GetAsync("/plugins")).Status);
        Assert.Equal(404, (await site.GetAsync("/channels/12345")).Status);
    }
}
