using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;

namespace PoliceSocial.Host.Tests.Browsing;

/// <summary>A member of staff at a screen of their own: a phone, or the monitor of a control room.</summary>
public sealed class Screen : IAsyncDisposable
{
    public const int Phone = 390;
    public const int Monitor = 1920;

    private readonly IBrowserContext _context;

    private Screen(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the browser complained of: script errors, refused resources, dialogs that opened.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Signs in over HTTP and takes the session to a new browser profile.</summary>
    public static async Task<Screen> OpenAsync(
        IBrowser browser, RunningHost host, string name, CancellationToken ct, int width = Monitor, ColorScheme colours = ColorScheme.Light,
        bool forAxe = false)
    {
        using var visitor = await host.SignInAsync(name, ct);
        var screen = await OpenSignedOutAsync(browser, host, width, colours, forAxe);
        await screen._context.AddCookiesAsync(visitor.Cookies.GetCookies(host.Address).Select(c => ToCookie(c, host)));
        return screen;
    }

    /// <summary>A browser profile in which nobody has signed in.</summary>
    public static async Task<Screen> OpenSignedOutAsync(
        IBrowser browser, RunningHost host, int width = Monitor, ColorScheme colours = ColorScheme.Light, bool forAxe = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = host.Address.OriginalString,
            ViewportSize = new() { Width = width, Height = HeightOf(width) },
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = forAxe,
            HasTouch = width == Phone,
        });
        var screen = new Screen(context, await context.NewPageAsync());
        screen.Listen();
        return screen;
    }

    /// <summary>Opens a page, and says how it was answered.</summary>
    public async Task<HttpStatusCode> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return (HttpStatusCode)(answer?.Status ?? 0);
    }

    /// <summary>Makes the screen as tall as what it shows: what a bar at its edge covers is reached by scrolling, which axe does not do.</summary>
    public async Task ShowAllAsync()
    {
        var tall = await Page.EvaluateAsync<int>(
            "() => 400 + Math.max(document.documentElement.scrollHeight, ...[...document.querySelectorAll('.pane')].map(pane => pane.scrollHeight))");
        await Page.SetViewportSizeAsync(Page.ViewportSize!.Width, tall);
    }

    /// <summary>Makes the screen as wide, and as tall as such a screen is.</summary>
    public Task WidenAsync(int width) => Page.SetViewportSizeAsync(width, HeightOf(width));

    /// <summary>Leaves the scripts out: the page as it is without them.</summary>
    public Task WithoutScriptAsync() => _context.RouteAsync("**/*.js*", route => route.AbortAsync());

    /// <summary>With scripts again.</summary>
    public Task WithScriptAsync() => _context.UnrouteAsync("**/*.js*");

    public Task ShowUsualAsync() => Page.SetViewportSizeAsync(Page.ViewportSize!.Width, HeightOf(Page.ViewportSize.Width));

    /// <summary>Keeps a picture of it, where <c>POLICESOCIAL_PICTURES</c> names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("POLICESOCIAL_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = false });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static int HeightOf(int width) => width == Phone ? 844 : 1080;

    private static Microsoft.Playwright.Cookie ToCookie(System.Net.Cookie cookie, RunningHost host) =>
        new() { Name = cookie.Name, Value = cookie.Value, Domain = host.Address.Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Lax };

    private void Listen()
    {
        Page.PageError += (_, error) => Complaints.Enqueue(error);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Enqueue($"{message.Text} ({message.Location})");
        };
        Page.Dialog += async (_, dialog) =>
        {
            Complaints.Enqueue($"A dialog opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }
}
