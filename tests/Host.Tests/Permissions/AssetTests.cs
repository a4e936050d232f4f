using System.Net;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>The styles and scripts come with the executable, wherever it is started from.</summary>
public sealed class AssetTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/assets/app.css")]
    [InlineData("/assets/app.js")]
    [InlineData("/assets/theme.js")]
    [InlineData("/assets/icons.svg")]
    [InlineData("/assets/offline.html")]
    [InlineData("/worker.js")]
    public async Task Asset_IsServedToAnybody_AndLiesBesideTheExecutable(string path)
    {
        var host = await force.GetAsync(Ct);
        using var nobody = host.Visit();

        var answer = await nobody.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Body.Length > 100, $"{path} is next to empty.");
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(Executable.Location)!, "wwwroot", path.TrimStart('/'))));
        Assert.DoesNotContain("WebRootPath", host.Said, StringComparison.Ordinal);
    }
}
