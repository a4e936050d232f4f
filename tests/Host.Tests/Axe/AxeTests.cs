using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PoliceSocial.Host.Tests.Browsing;
using PoliceSocial.Host.Tests.Permissions;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>WCAG 2.2, levels A and AA, on every page, in both themes and at both widths.</summary>
public sealed class AxeTests(TheForce force, Chromium chromium)
{
    private static readonly AxeRunOptions Levels = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Screen.Monitor, ColorScheme.Light)]
    [InlineData(Screen.Monitor, ColorScheme.Dark)]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    [InlineData(Screen.Phone, ColorScheme.Dark)]
    public async Task Page_OfEachPlace_BreaksNoRule(int width, ColorScheme colours)
    {
        var host = await force.GetAsync(Ct);
        var browser = await chromium.GetAsync(Ct);
        var problems = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in new[] { Everyone.Supervisor, Everyone.Administrator, Everyone.Auditor })
        {
            await using var screen = await Screen.OpenAsync(browser, host, name, Ct, width, colours, forAxe: true);
            foreach (var path in (await PathsAsync(host, name)).Where(seen.Add))
                problems.AddRange(await CheckAsync(screen, path, $"{name}-{width}-{colours}"));
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems.Distinct()));
    }

    [Theory]
    [InlineData(Screen.Monitor, ColorScheme.Light)]
    [InlineData(Screen.Phone, ColorScheme.Dark)]
    public async Task Page_ForNobody_BreaksNoRule(int width, ColorScheme colours)
    {
        var host = await force.GetAsync(Ct);
        var browser = await chromium.GetAsync(Ct);
        await using var screen = await Screen.OpenSignedOutAsync(browser, host, width, colours);
        var problems = new List<string>();
        foreach (var path in new[] { "/sign-in", "/accessibility", "/privacy", "/sign-in/set-up/none" })
            problems.AddRange(await CheckAsync(screen, path, $"nobody-{width}-{colours}"));

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(RunningHost host, string name)
    {
        using var person = await host.SignInAsync(name, Ct);
        var paths = Places.All.Keys.Where(p => Places.May(name, p)).ToList();
        if (Places.May(name, "/inbox"))
        {
            var row = await Eventually.GetAsync(
                async () => (await person.OpenAsync("/inbox", Ct)).QuerySelector(".row__link")?.GetAttribute("href"), "a conversation", Ct);
            var contact = (await person.OpenAsync(row, Ct)).QuerySelector(".contact a.act")!.GetAttribute("href")!;
            paths.AddRange([row, contact, "/inbox?q=help", "/inbox?list=resolved", "/inbox/rules/new"]);
        }

        if (Places.May(name, "/audit"))
            paths.Add("/audit/1");
        paths.Add("/nowhere");
        if (Places.May(name, "/channels"))
            paths.AddRange(await LinksAsync(person, "/channels", "main a[href^='/channels/']"));
        if (Places.May(name, "/people"))
            paths.AddRange([.. await LinksAsync(person, "/people", "main a[href^='/people/']"), .. await LinksAsync(person, "/roles", "main a[href^='/roles/']")]);
        if (!Places.May(name, "/inbox/rules"))
            paths.Add("/inbox/rules/0");
        return [.. paths.Distinct()];
    }

    private static async Task<IEnumerable<string>> LinksAsync(Visitor person, string path, string selector) =>
        (await person.OpenAsync(path, Ct)).QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)
            .Where(href => char.IsAsciiDigit(href.Split('/')[^1][0])).Take(1);

    private static async Task<IEnumerable<string>> CheckAsync(Screen screen, string path, string where)
    {
        var status = await screen.GoAsync(path);
        Assert.NotEqual(HttpStatusCode.InternalServerError, status);
        await screen.PictureAsync($"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{where}");
        await screen.Page.EvaluateAsync("() => { for (const details of document.querySelectorAll('details:not([data-menu])')) details.open = true }");
        await screen.ShowAllAsync();
        var result = await screen.Page.RunAxe(Levels);
        await screen.ShowUsualAsync();
        Assert.True(result.Passes.Length >= 10, $"axe checked next to nothing of {path}.");
        return result.Violations.SelectMany(v => v.Nodes.Select(n => $"{path} ({where}): {v.Id}: {v.Help}: {n.Html}"));
    }
}
