using PoliceSocial.Host.Tests.Browsing;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Axe;

/// <summary>WCAG 2.2, levels A and AA, where the pages are full of what strangers wrote to break them.</summary>
public sealed class AxeTests(TheForce force, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfHostileMessages_BreaksNoRule()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Supervisor, Ct);
        var row = await Eventually.GetAsync(
            async () => (await person.OpenAsync("/inbox", Ct)).QuerySelector(".row__link")?.GetAttribute("href"), "a conversation", Ct);
        var contact = (await person.OpenAsync(row, Ct)).QuerySelector(".contact a.act")!.GetAttribute("href")!;
        await using var screen = await Screen.OpenAsync(await chromium.GetAsync(Ct), host, Everyone.Supervisor, Ct, forAxe: true);
        var looking = new Looking(screen);

        foreach (var path in new[] { "/inbox", row, contact, "/inbox?q=help" })
            await looking.SeeAsync(path);

        Assert.True(looking.Problems.Count == 0, string.Join(Environment.NewLine, looking.Problems.Distinct()));
    }
}
