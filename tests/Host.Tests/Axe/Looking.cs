using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PoliceSocial.Host.Tests.Browsing;

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>
/// Checks what a screen shows now against WCAG 2.2, levels A and AA, in both themes and at both widths: the colours and the width of the
/// open page are changed, so that what took several steps to reach is reached once.
/// </summary>
internal sealed class Looking(Screen screen)
{
    // Once a document; it asks for no more than what is wrong, so that little goes between the browser and the test.
    private const string Check =
        """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations']
          })
          return { passed: found.passes.length, wrong: found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`)) }
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly (int Width, ColorScheme Colours)[] Ways =
        [(Screen.Monitor, ColorScheme.Light), (Screen.Monitor, ColorScheme.Dark), (Screen.Phone, ColorScheme.Dark), (Screen.Phone, ColorScheme.Light)];

    private readonly List<string> _problems = [];

    public Screen Screen => screen;

    public IPage Page => screen.Page;

    /// <summary>What broke a rule, and where.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Opens an address and checks what it shows.</summary>
    public async Task SeeAsync(string path)
    {
        await screen.GoAsync(path);
        await SeeAsync(new Uri(Page.Url).PathAndQuery, opens: true);
    }

    /// <summary>Checks what is shown now.</summary>
    /// <param name="scene">What to call it.</param>
    /// <param name="opens">Whether everything that can be folded out is.</param>
    public async Task SeeAsync(string scene, bool opens)
    {
        Assert.False((await Page.TitleAsync()).Contains("Something went wrong", StringComparison.Ordinal), $"{scene} met a fault.");
        await SeeFaultAsync(scene, opens);
    }

    /// <summary>Checks what is shown now, also where it is the page of a fault.</summary>
    public async Task SeeFaultAsync(string scene, bool opens = false)
    {
        if (opens)
            await Page.EvaluateAsync("() => { for (const details of document.querySelectorAll('details:not([data-menu])')) details.open = true }");
        foreach (var (width, colours) in Ways)
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            await screen.WidenAsync(width);
            await screen.PictureAsync($"{scene.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-').Replace(' ', '-')}-{width}-{colours}");
            var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            if (wide > 0)
                _problems.Add($"{scene}: the page is {wide} pixels wider than a screen of {width}");
            await screen.ShowAllAsync();
            var found = await CheckAsync();
            Assert.True(found.Passed >= 10, $"axe checked next to nothing of {scene}.");
            _problems.AddRange(found.Wrong.Select(w => $"{scene} ({width}, {colours}): {w}"));
        }

        await screen.WidenAsync(Screen.Monitor);
    }

    /// <summary>Sends a form of the page as it stands, to see what it says to that.</summary>
    public async Task SendAsync(string button)
    {
        await Page.Locator(button).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Opens an address, sends one of its forms without filling anything in, and checks the summary of what is wrong.</summary>
    public async Task SeeErrorsAsync(string path, string button = "main form[method=post] button:not([type=button])")
    {
        await screen.GoAsync(path);
        await SendAsync(button);
        await Page.Locator(".govuk-error-summary, .govuk-error-message").First.WaitForAsync();
        await SeeAsync($"{path} with errors", opens: true);
    }

    private async Task<Found> CheckAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
            await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<Found>(Check);
    }

    /// <summary>What axe found.</summary>
    private sealed class Found
    {
        public int Passed { get; set; }

        public string[] Wrong { get; set; } = [];
    }
}
