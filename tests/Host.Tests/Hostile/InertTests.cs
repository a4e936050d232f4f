using AngleSharp.Dom;
using PoliceSocial.Host.Tests.Browsing;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Hostile;

/// <summary>Messages that carry script, turn text round or pose as the force: shown, and inert.</summary>
public sealed class InertTests(TheForce force, Chromium chromium)
{
    private const int Hostile = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_ForbidsScriptThatIsNotOurs()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);

        var answer = await person.GetAsync("/inbox", Ct);

        var policy = answer.Headers["Content-Security-Policy"];
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.DoesNotContain(answer.Page!.QuerySelectorAll("script"), s => !s.HasAttribute("src"));
        Assert.DoesNotContain(answer.Page!.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name == "style"));
    }

    [Fact]
    public async Task Message_WithScript_IsShownAsTextAndNothingRuns()
    {
        var host = await force.GetAsync(Ct);
        var browser = await chromium.GetAsync(Ct);
        var conversations = await ConversationsAsync(host);
        await using var screen = await Screen.OpenAsync(browser, host, Everyone.Operator, Ct);
        foreach (var conversation in conversations)
        {
            await screen.GoAsync(conversation);
            await screen.Page.Locator("#timeline").WaitForAsync();
            Assert.Contains(" · Inbox", await screen.Page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await screen.Page.Locator(".bubble *:not(mark)").CountAsync());
            Assert.Equal(0, await screen.Page.Locator("a[href^='javascript' i]").CountAsync());
        }

        Assert.Empty(screen.Complaints);
    }

    [Fact]
    public async Task Message_WithScript_StandsInThePageAsItWasWritten()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);
        await ConversationsAsync(host);

        var bubbles = new List<string>();
        foreach (var path in await PathsAsync(person))
            bubbles.AddRange((await person.OpenAsync(path, Ct)).QuerySelectorAll(".bubble").Select(b => b.TextContent));

        Assert.Contains(bubbles, b => b.Contains("<script>document.title='executed'</script>", StringComparison.Ordinal));
        Assert.Contains(bubbles, b => b.Contains("\u202E999\u202C", StringComparison.Ordinal));
        Assert.Contains(bubbles, b => b.Contains("offi\u0441ial", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Name_ThatTurnsTextRound_IsIsolatedFromItsSurroundings()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);
        await ConversationsAsync(host);

        var list = await AllRowsAsync(person);
        var turned = list.SelectMany(p => p.QuerySelectorAll(".row__link")).Where(l => l.TextContent.Contains('\u202E', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(turned);
        Assert.All(turned, l => Assert.Equal("BDI", l.FirstElementChild!.TagName));
    }

    private static async Task<IReadOnlyList<string>> ConversationsAsync(RunningHost host)
    {
        using var person = await host.SignInAsync(Everyone.Operator, Ct);
        return await Eventually.GetAsync(async () => await PathsAsync(person) is { Count: >= Hostile } paths ? paths : null, "the hostile messages", Ct, seconds: 60);
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(Visitor person) =>
        [.. (await AllRowsAsync(person)).SelectMany(p => p.QuerySelectorAll(".row__link")).Select(l => l.GetAttribute("href")!.Split('?')[0]).Distinct()
            .OrderBy(path => path, StringComparer.Ordinal).Take(40)];

    /// <summary>The pages of the lists: what is flagged, then the oldest of the rest by searching.</summary>
    private static async Task<IReadOnlyList<IDocument>> AllRowsAsync(Visitor person)
    {
        var pages = new List<IDocument>();
        for (var path = "/inbox"; path is not null && pages.Count < 20; path = pages[^1].QuerySelector("#list > p.cluster a")?.GetAttribute("href"))
            pages.Add(await person.OpenAsync(path, Ct));
        return pages;
    }
}
