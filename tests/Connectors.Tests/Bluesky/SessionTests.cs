using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>How the connector treats its credential: the network allows thirty sign-ins in five minutes and three hundred a day.</summary>
public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_SurvivesRestarts()
    {
        await using var night = new FakeNight();
        for (var start = 0; start < 5; start++)
        {
            ForceChannel.Succeeds(await night.Channel.Connector.CheckAsync(Ct));
            night.Channel.Restart();
        }
        Assert.Equal((1, 0), (night.Bluesky.SignIns, night.Bluesky.Renewals));
    }

    [Fact]
    public async Task Session_IsRenewedBeforeItRunsOut()
    {
        await using var night = new FakeNight();
        ForceChannel.Succeeds(await night.Channel.Connector.CheckAsync(Ct));
        night.Clock.Advance(TimeSpan.FromMinutes(119));
        ForceChannel.Succeeds(await night.Channel.Connector.CheckAsync(Ct));
        Assert.Equal((1, 1), (night.Bluesky.SignIns, night.Bluesky.Renewals));
    }

    [Fact]
    public async Task Session_IsRenewedOnce_ForManyCallsAtOnce()
    {
        await using var night = new FakeNight();
        ForceChannel.Succeeds(await night.Channel.Connector.CheckAsync(Ct));
        night.Clock.Advance(TimeSpan.FromHours(3));
        var checks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => night.Channel.Connector.CheckAsync(Ct)));
        Assert.All(checks, check => ForceChannel.Succeeds(check));
        Assert.Equal((1, 1), (night.Bluesky.SignIns, night.Bluesky.Renewals));
    }

    [Fact]
    public async Task Password_ThatIsNoLongerAccepted_NeedsAPerson()
    {
        await using var night = new FakeNight();
        await night.Channel.SaveAsync("appPassword", "zzzz-zzzz-zzzz-zzzz", Ct);
        var outcome = Assert.IsType<Outcome<ChannelIdentity>.Reconnect>(await night.Channel.Connector.CheckAsync(Ct));
        Assert.DoesNotContain("zzzz", outcome.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_ThatAPersonChanged_IsUsedAtOnce()
    {
        await using var night = new FakeNight();
        ForceChannel.Succeeds(await night.Channel.Connector.CheckAsync(Ct));
        await night.Channel.SaveAsync("appPassword", "zzzz-zzzz-zzzz-zzzz", Ct);
        night.Channel.Restart();
        Assert.IsType<Outcome<ChannelIdentity>.Reconnect>(await night.Channel.Connector.CheckAsync(Ct));
        Assert.Equal(2, night.Bluesky.SignIns);
    }
}
