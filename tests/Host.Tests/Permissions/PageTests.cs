using System.Net;

namespace PoliceSocial.Host.Tests.Permissions;

public sealed class PageTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_ForNobody_LeadsToTheSignInAndBack()
    {
        var host = await force.GetAsync(Ct);
        using var nobody = host.Visit();
        foreach (var path in Places.All.Keys)
        {
            var answer = await nobody.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(path)}", answer.Location);
        }
    }

    [Theory]
    [InlineData(Everyone.Operator)]
    [InlineData(Everyone.Supervisor)]
    [InlineData(Everyone.Author)]
    [InlineData(Everyone.Coordinator)]
    [InlineData(Everyone.Auditor)]
    [InlineData(Everyone.Administrator)]
    public async Task Page_IsShownToThoseWhosePermissionReachesIt_AndToNobodyElse(string name)
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(name, Ct);
        foreach (var path in Places.All.Keys)
        {
            var answer = await person.GetAsync(path, Ct);
            var expected = Places.May(name, path) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.True(answer.Status == expected, $"{path} answered {name} with {answer.Status}, not {expected}.");
        }
    }

    [Fact]
    public async Task Page_WhenRefused_SaysWhatIsMissingAndWhoCanGiveIt()
    {
        var host = await force.GetAsync(Ct);
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);

        var answer = await administrator.GetAsync("/inbox", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        var words = answer.Page!.QuerySelector("main")!.TextContent;
        Assert.Contains("Read what the public wrote", words, StringComparison.Ordinal);
        Assert.Contains("Morgan Ellis", words, StringComparison.Ordinal);
        Assert.Contains("The attempt was recorded", words, StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector(".rail"));
    }

    [Fact]
    public async Task Page_WhenRefused_LeavesTheAttemptInTheOutbox()
    {
        var host = await force.GetAsync(Ct);
        using var auditor = await host.SignInAsync(Everyone.Auditor, Ct);

        await auditor.GetAsync("/inbox/rules/new", Ct);

        await using var outbox = await StoreFile.OpenAsync(host, "access", Ct);
        Assert.Contains(await outbox.FactsAsync("Access.AccessDenied", Ct), f => f.Contains("/inbox/rules/new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsAnsweredInTheForcesWords()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);

        foreach (var path in new[] { "/nowhere", "/inbox/1", "/inbox/contacts/1", "/channels/2", "/publishing/deliveries/1" })
        {
            var answer = await person.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("Page not found", answer.Page!.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }
    }
}
