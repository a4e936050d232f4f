using Microsoft.Playwright;
using PoliceSocial.Host.Tests.Browsing;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Nights;

/// <summary>A force's account on a real network of our own, connected as a channel through the pages.</summary>
internal static class TheNetwork
{
    /// <summary>Starts the network with its service for direct messages; skips the test where it cannot run here.</summary>
    public static async Task<AtNetwork> StartAsync(CancellationToken ct)
    {
        Assert.SkipWhen(AtEnvironment.Missing is not null, AtEnvironment.Missing ?? "");
        var network = await AtNetwork.StartAsync(ct);
        await network.StartChatAsync(ct);
        return network;
    }

    public static async Task ConnectAsync(Screen screen, AtNetwork network, AtPerson force, CancellationToken ct)
    {
        var page = screen.Page;
        await screen.GoAsync("/channels/connect/bluesky");
        await page.GetByLabel("Server").FillAsync(network.Service.OriginalString);
        await page.GetByLabel("Handle").FillAsync(force.Handle);
        await page.GetByLabel("App password").FillAsync(await force.MakeAppPasswordAsync(directMessages: true, ct));
        await page.GetByLabel("Direct message service").FillAsync(network.ChatService!);
        await page.GetByLabel("Directory of identities").FillAsync(network.Directory.OriginalString);
        await page.Locator("main form.sheet .govuk-button").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect this channel" }).ClickAsync(new() { Timeout = Desk.Patience });
        await page.GetByText("is connected. What people write to it").WaitForAsync(new() { Timeout = Desk.Patience });
    }
}
