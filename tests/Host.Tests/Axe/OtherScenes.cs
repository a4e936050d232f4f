using OtpNet;

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>What an auditor sees, what everybody sees of themselves, and what nobody in particular sees.</summary>
internal static class OtherScenes
{
    public static readonly IReadOnlyList<Scene> OfAuditor =
    [
        Scene.Of("/audit"),
        new("/audit/{number:long}", (on, _) => on.SeeAsync("/audit/1")),
        new("/audit/verify", VerifyAsync),
        Scene.OfForm("/audit/ico"),
        new("/audit/alarms/{id:long}/acknowledge", (on, _) => on.SeeAsync("/audit/alarms/1/acknowledge")),
        new("/inbox/rules", (on, _) => on.SeeAsync("/inbox/rules")),
    ];

    public static readonly IReadOnlyList<Scene> OfAuthor = [new("/account/second-factor", SetUpAsync), new("/sign-in/second-factor", HalfwayAsync)];

    public static readonly IReadOnlyList<Scene> OfNobody =
    [
        Scene.OfForm("/sign-in"),
        new("/sign-in/recovery", RecoverAsync),
        new("/sign-in/set-up/{token}", (on, _) => on.SeeAsync("/sign-in/set-up/none")),
        Scene.Of("/accessibility"),
        Scene.Of("/privacy"),
        Scene.Of("/colours"),
        new("/wrong/{code:int?}", WrongAsync),
        new("/language", WelshAsync),
    ];

    private static async Task VerifyAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/audit/verify");
        await on.SendAsync("main form[method=post] button");
        await on.Page.Locator("main .badge").First.WaitForAsync(new() { Timeout = 20_000 });
        await on.SeeAsync("a verified ledger", opens: true);
    }

    private static async Task SetUpAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/account/second-factor");
        await on.SeeErrorsAsync("/account/second-factor");
        var key = (await on.Page.Locator("main .code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await on.Page.Locator("#Code").FillAsync(CodeOf(key));
        await on.SendAsync("main form[action*=TurnOn] button");
        await on.Page.Locator("#codes").WaitForAsync();
        await on.SeeAsync("recovery codes", opens: true);
        await on.SeeAsync("/account/second-factor");
        await on.SeeErrorsAsync("/account/second-factor", "main form[action*=TurnOff] button:not([type=button])");
    }

    /// <summary>The author signs in once more, now that their second factor is set up.</summary>
    private static async Task HalfwayAsync(Looking on, Stage stage)
    {
        await on.Page.Context.ClearCookiesAsync();
        await on.Screen.GoAsync("/sign-in");
        await on.Page.Locator("#SignInName").FillAsync(Everyone.Author);
        await on.Page.Locator("#Password").FillAsync(Visitor.Password);
        await on.SendAsync("main form[method=post] button:not([type=button])");
        await on.Page.WaitForURLAsync("**/sign-in/second-factor*");
        await on.SeeAsync("a second factor asked for", opens: true);
        await on.SeeErrorsAsync("/sign-in/second-factor");
    }

    private static async Task RecoverAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/sign-in/recovery");
        await on.SeeErrorsAsync("/sign-in/recovery");
    }

    private static async Task WrongAsync(Looking on, Stage stage)
    {
        foreach (var code in new[] { "400", "404", "429" })
            await on.SeeAsync($"/wrong/{code}");
        await on.Screen.GoAsync("/wrong");
        await on.SeeFaultAsync("the page of a fault");
    }

    /// <summary>The same pages in Welsh: other words, other widths.</summary>
    private static async Task WelshAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/language");
        await on.SendAsync("main button[value=cy]");
        foreach (var path in new[] { "/language", "/sign-in", "/accessibility", "/privacy", "/wrong/404" })
            await on.SeeAsync(path);
        await on.SeeErrorsAsync("/sign-in");
    }

    private static string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);
}
