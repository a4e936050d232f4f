using System.Net;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>How the service is shown, chosen without script.</summary>
public sealed class ChoiceTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Colours_ChosenWithoutScript_AreWornByEveryPage()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);

        var answer = await person.SubmitAsync("/account", "main form[action='/colours']", new() { ["choice"] = "dark" }, Ct);

        Assert.Equal((HttpStatusCode.Redirect, "/account"), (answer.Status, answer.Location));
        Assert.Equal("dark", (await person.OpenAsync("/alarms", Ct)).DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(HttpStatusCode.BadRequest, (await person.SubmitAsync("/account", "main form[action='/colours']", new() { ["choice"] = "pink" }, Ct)).Status);
    }

    [Fact]
    public async Task Language_ChosenBeforeSigningIn_IsSpokenByFrameAndSignIn()
    {
        var host = await force.GetAsync(Ct);
        using var nobody = host.Visit();

        await nobody.SubmitAsync("/sign-in", "form[action='/language']", new() { ["code"] = "cy" }, Ct);

        var page = await nobody.OpenAsync("/sign-in", Ct);
        Assert.Equal("cy", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Mewngofnodi", page.QuerySelector("h1")!.TextContent);
        var refused = await nobody.SubmitAsync("/sign-in", "main form", [], Ct);
        Assert.Contains("Mae problem", refused.Body, StringComparison.Ordinal);
        Assert.Contains("<title>YMARFER", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_OfAPerson_FollowsThemToAnotherDevice_AndUntranslatedPagesSayThatTheyAreEnglish()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Author, Ct);
        await person.SubmitAsync("/account", ".bar > form[action='/language']", new() { ["code"] = "cy" }, Ct);
        try
        {
            using var elsewhere = await host.SignInAsync(Everyone.Author, Ct);
            var page = await elsewhere.OpenAsync("/publishing/deliveries", Ct);
            Assert.Equal("cy", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal("en-GB", page.QuerySelector("main")!.GetAttribute("lang"));
            Assert.Equal("Deliveries", page.QuerySelector("h1")!.TextContent);
            Assert.Contains("Danfoniadau", page.QuerySelector(".rail")!.TextContent, StringComparison.Ordinal);
            Assert.Null((await elsewhere.OpenAsync("/alarms", Ct)).QuerySelector("main")!.GetAttribute("lang"));
        }
        finally
        {
            await person.SubmitAsync("/account", ".bar > form[action='/language']", new() { ["code"] = "en-GB" }, Ct);
        }
    }

    [Fact]
    public async Task SecondFactor_LookedAt_LeavesNothingBehind()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);

        var first = (await person.OpenAsync("/account/second-factor", Ct)).QuerySelector("main .code")!.TextContent;
        var again = (await person.OpenAsync("/account/second-factor", Ct)).QuerySelector("main .code")!.TextContent;

        Assert.Equal(first, again);
        await using var store = await StoreFile.OpenAsync(host, "access", Ct);
        Assert.Empty(await store.TextsAsync("SELECT SignInName FROM Person WHERE AuthenticatorKey IS NOT NULL AND SignInName = 'rees'", Ct));
        Assert.Empty(await store.TextsAsync("SELECT Type FROM Outbox WHERE Type LIKE '%uthenticator%' AND Facts LIKE '%rees%'", Ct));
    }
}
