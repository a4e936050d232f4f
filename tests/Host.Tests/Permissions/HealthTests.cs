using System.Net;
using System.Text.Json.Nodes;

namespace PoliceSocial.Host.Tests.Permissions;

public sealed class HealthTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_IsToldToAnybody_WithoutSecrets()
    {
        var host = await force.GetAsync(Ct);
        using var nobody = host.Visit();

        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live", Ct)).Status);
        var ready = await nobody.GetAsync("/health/ready", Ct);

        Assert.Equal(HttpStatusCode.OK, ready.Status);
        var checks = JsonNode.Parse(ready.Body)!["checks"]!.AsObject();
        foreach (var name in new[] { "store", "events", "plugins" })
            Assert.Equal("Healthy", (string?)checks[name]!["status"]);
        Assert.DoesNotContain(host.Data, ready.Body, StringComparison.Ordinal);
    }
}
