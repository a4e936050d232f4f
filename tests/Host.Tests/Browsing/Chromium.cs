using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PoliceSocial.Host.Tests.Browsing.Chromium))]

namespace PoliceSocial.Host.Tests.Browsing;

/// <summary>One browser for all tests: the machine's own Chromium, or the one that <c>CHROMIUM</c> names. Started when the first test asks for it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; skips the test where there is none.</summary>
    public async Task<IBrowser> GetAsync(CancellationToken ct)
    {
        Assert.SkipUnless(File.Exists(Path), $"There is no browser at {Path}: install Chromium, or name one in CHROMIUM.");
        await _turn.WaitAsync(ct);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quiet });
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _turn.Dispose();
    }
}
