using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Network;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>Signing in on the network's own page, against the real authorization server.</summary>
public sealed class AuthorizationTests(TheNetwork theNetwork)
{
    private static readonly Uri Callback = new("http://127.0.0.1:5080/channels/callback");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_OnTheNetworksPage_ConnectsTheChannel_DirectMessagesIncluded()
    {
        var (night, channel) = await BeginAsync();
        await using var _ = night;
        await using var __ = channel;
        var start = ForceChannel.Succeeds(await channel.Connector.StartAsync(Callback, Ct));
        var query = await AtConsent.GiveAsync(night.Network, start.Address, night.Force, Ct);
        Assert.Equal(start.State, query["state"]);
        var identity = ForceChannel.Succeeds(await channel.Connector.CompleteAsync(query, start.Keep, Ct));
        Assert.Equal((night.Force.Did, night.Force.Handle), (identity.NetworkId, identity.Handle));
        Assert.InRange(identity.CredentialExpires!.Value, channel.Clock.GetUtcNow().AddDays(13.9), channel.Clock.GetUtcNow().AddDays(14));

        await night.Stranger.PostAsync($"@{night.Force.Handle} hello", Ct, night.Force);
        await night.Stranger.MessageAsync(night.Force, "And in private.", Ct);
        Assert.Equal(2, (await channel.CollectAsync(items => items.Count >= 2, Ct)).Count);
        var published = ForceChannel.Succeeds(await channel.Connector.PublishAsync(channel.Intend("31", "Signed in by consent."), Ct));
        Assert.Equal(1, await night.Force.CountAsync("Signed in by consent.", Ct));
        ForceChannel.Succeeds(await channel.Connector.DeleteAsync(published.NetworkId, Ct));
    }

    [Fact]
    public async Task Tokens_AreRenewedBeforeTheyRunOut_AndSurviveARestart()
    {
        var (night, channel) = await BeginAsync();
        await using var _ = night;
        await using var __ = channel;
        var start = ForceChannel.Succeeds(await channel.Connector.StartAsync(Callback, Ct));
        var query = await AtConsent.GiveAsync(night.Network, start.Address, night.Force, Ct);
        ForceChannel.Succeeds(await channel.Connector.CompleteAsync(query, start.Keep, Ct));
        var before = await channel.FindAsync("session", Ct);
        await SoonOutAsync(channel);
        channel.Restart();
        ForceChannel.Succeeds(await channel.Connector.CheckAsync(Ct));
        Assert.NotEqual(before, await channel.FindAsync("session", Ct));
    }

    [Fact]
    public async Task Refusal_OnTheNetworksPage_IsSaidPlainly()
    {
        var (night, channel) = await BeginAsync();
        await using var _ = night;
        await using var __ = channel;
        var start = ForceChannel.Succeeds(await channel.Connector.StartAsync(Callback, Ct));
        var query = await AtConsent.RefuseAsync(night.Network, start.Address, night.Force, Ct);
        var refused = Assert.IsType<Outcome<ChannelIdentity>.Refused>(await channel.Connector.CompleteAsync(query, start.Keep, Ct));
        Assert.Equal("The permission was not given on Bluesky's page.", refused.Why);
        Assert.IsType<Outcome<ChannelIdentity>.Reconnect>(await channel.Connector.CheckAsync(Ct));
    }

    [Fact]
    public async Task Answer_ThatBelongsToAnotherSignIn_IsRefused()
    {
        var (night, channel) = await BeginAsync();
        await using var _ = night;
        await using var __ = channel;
        var start = ForceChannel.Succeeds(await channel.Connector.StartAsync(Callback, Ct));
        var query = await AtConsent.GiveAsync(night.Network, start.Address, night.Force, Ct);
        var forged = new Dictionary<string, string>(query) { ["state"] = "another" };
        Assert.IsType<Outcome<ChannelIdentity>.Refused>(await channel.Connector.CompleteAsync(forged, start.Keep, Ct));
    }

    [Fact]
    public async Task Callback_ThatTheNetworkWouldRefuse_IsRefusedWithAWayOut()
    {
        var (night, channel) = await BeginAsync();
        await using var _ = night;
        await using var __ = channel;
        var local = await channel.Connector.StartAsync(new Uri("http://localhost:5080/callback"), Ct);
        Assert.Contains("http://127.0.0.1:5080", Assert.IsType<Outcome<AuthorizationStart>.Refused>(local).Why, StringComparison.Ordinal);
        var far = await channel.Connector.StartAsync(new Uri("https://social.force.example/callback"), Ct);
        Assert.Contains("client metadata", Assert.IsType<Outcome<AuthorizationStart>.Refused>(far).Why, StringComparison.Ordinal);
    }

    private async Task<(Night Night, ForceChannel Channel)> BeginAsync()
    {
        var night = await Night.BeginAsync(theNetwork, Ct);
        return (night, new ForceChannel(RealSubject.SettingsOf(night.Network, night.Force), new Dictionary<string, string>()));
    }

    // The server keeps its own time, so the stored token is made to look as if it ran out within the minute.
    private static async Task SoonOutAsync(ForceChannel channel)
    {
        var session = System.Text.Json.Nodes.JsonNode.Parse((await channel.FindAsync("session", Ct))!)!;
        session["accessExpires"] = channel.Clock.GetUtcNow().AddSeconds(30).ToString("O");
        await channel.SaveAsync("session", session.ToJsonString(), Ct);
    }
}
