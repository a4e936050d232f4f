using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Network;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>The network's own limits, switched on.</summary>
public sealed class RateLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_AreToldBeforeTheyAreReached_AndWaitedForAfter()
    {
        Assert.SkipWhen(AtEnvironment.Missing is not null, AtEnvironment.Missing ?? "");
        await using var network = await AtNetwork.StartAsync(Ct, rateLimits: true);
        await network.StartChatAsync(Ct);
        var force = await network.JoinAsync("force", Ct);
        var secrets = new Dictionary<string, string> { ["appPassword"] = await force.MakeAppPasswordAsync(directMessages: true, Ct) };
        await using var channel = new ForceChannel(RealSubject.SettingsOf(network, force), secrets);
        ForceChannel.Succeeds(await channel.Connector.CheckAsync(Ct));
        var budgets = channel.Signs.OfType<ChannelSign.Budget>().ToList();
        Assert.NotEmpty(budgets);
        Assert.All(budgets, budget => Assert.True(budget.Remaining <= budget.Limit && budget.Resets > channel.Clock.GetUtcNow()));

        Outcome<ChannelIdentity> last;
        var signIns = 1;
        do
        {
            await channel.SaveAsync("session", "", Ct);
            channel.Restart();
            last = await channel.Connector.CheckAsync(Ct);
        }
        while (last is Outcome<ChannelIdentity>.Success && ++signIns < 40);
        var retry = Assert.IsType<Outcome<ChannelIdentity>.Retry>(last);
        Assert.Equal(30, signIns);
        Assert.InRange(retry.After, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }
}
