using PoliceSocial.Host.Tests.Browsing;

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>WCAG 2.2, levels A and AA, on every page, its forms after a failed post and its dialogs, in both themes and at both widths.</summary>
public sealed class SceneTests(SceneForce force, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Everybody => [.. Scenes.ByPerson.Keys];

    [Fact]
    public async Task EveryPageOfTheHost_HasAScene_OrAReasonForNone()
    {
        var shown = Scenes.ByPerson.Values.SelectMany(s => s).Select(s => s.Route).Concat(Scenes.WithoutScreen.Keys).ToHashSet(StringComparer.Ordinal);
        var there = await PlacesOfTheHost.RoutesAsync();

        Assert.True(there.Count > 40, $"Only {there.Count} pages were found.");
        Assert.Equal([], there.Except(shown).Select(r => $"{r} has no scene: add one to Scenes, with its forms' errors"));
        Assert.Equal([], shown.Except(there).Select(r => $"{r} is no page any more: take its scene away"));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Scene_InBothThemesAtBothWidths_BreaksNoRule(string name)
    {
        var stage = await force.GetAsync(Ct);
        var browser = await chromium.GetAsync(Ct);
        await using var screen = name == Scenes.Nobody
            ? await Screen.OpenSignedOutAsync(browser, stage.Host)
            : await Screen.OpenAsync(browser, stage.Host, name, Ct, forAxe: true);
        var looking = new Looking(screen);

        foreach (var (route, show) in Scenes.ByPerson[name])
        {
            try
            {
                await show(looking, stage);
            }
            catch (Exception e) when (e is Microsoft.Playwright.PlaywrightException or TimeoutException)
            {
                Assert.Fail($"The scene of {route} for {name} could not be played at {screen.Page.Url}: {e.Message}");
            }
        }

        Assert.True(looking.Problems.Count == 0, string.Join(Environment.NewLine, looking.Problems.Distinct()));
    }
}
