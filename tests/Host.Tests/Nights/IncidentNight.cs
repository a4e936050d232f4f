using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PoliceSocial.Host.Tests.Browsing;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Nights;

/// <summary>
/// The Staffordshire night runs on: what was flagged becomes an incident, is graded and assessed twice, goes to command and control and
/// comes back with their number, and leaves as a bag that anybody can verify. On a phone and on a desktop.
/// </summary>
public sealed class IncidentNight(Chromium chromium)
{
    private const string Sighting = "Sighting on one of our posts";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Monitor)]
    public async Task FlaggedConversation_BecomesAnIncident_IsHandedOver_AndLeavesAsABag(int width)
    {
        var browser = await chromium.GetAsync(Ct);
        await using var system = await OtherSystem.OpenAsync(Ct);
        await using var host = await RunningHost.StartAsync("staffordshire-night", speed: 10, Ct, system.Settings);
        await using var screen = await Screen.OpenAsync(browser, host, Everyone.Supervisor, Ct, width);
        var desk = new Desk(screen);
        await screen.GoAsync("/inbox");
        await desk.HearAlarmAsync(Sighting);
        var conversation = await desk.FollowAlarmAsync(Sighting);

        var incident = await RecordAsync(screen, width);
        await AssessAsync(screen, incident, "She may be cold and confused by the canal");
        await AssessAsync(screen, incident, "An ambulance is with her now");
        Assert.Equal(2, await screen.Page.GetByText(new Regex("^Number [12] ·")).CountAsync());
        await HandOverAsync(screen, system, incident);
        await screen.PictureAsync($"incident-night-{width}");

        var document = Assert.Single(system.Taken);
        Assert.True((bool)document["exercise"]!);
        Assert.Equal([1, 2], document["assessments"]!.AsArray().Select(a => (int)a!["number"]!));
        Assert.Equal("Emergency", (string?)document["incident"]!["grade"]!["name"]);
        Assert.Empty(screen.Complaints);
        await ExportAsync(browser, host, conversation, width);
        await LedgerHoldsAsync(host, incident);
    }

    /// <summary>The key on a desktop, the link on a phone; what was told is filled in.</summary>
    private static async Task<string> RecordAsync(Screen screen, int width)
    {
        var page = screen.Page;
        if (width == Screen.Monitor)
            await page.Keyboard.PressAsync("i");
        else
            await page.GetByRole(AriaRole.Link, new() { Name = "Record incident" }).ClickAsync();
        await page.WaitForURLAsync("**/incidents/new?**");
        Assert.NotEmpty(await page.Locator("#Summary").InputValueAsync());
        await page.Locator("#Summary").FillAsync("A missing woman was seen at a public house.");
        await page.Locator("#Category").SelectOptionAsync("S3");
        await page.GetByLabel("1 Emergency", new() { Exact = true }).CheckAsync(new() { Force = true });
        await page.Locator("#Location").FillAsync("The Crown, Rugeley");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record incident" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/incidents/\d+$"));
        await page.GetByText("respond in").First.WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task AssessAsync(Screen screen, string incident, string follows)
    {
        await screen.GoAsync(incident);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "THRIVE", Exact = true }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/assess");
        foreach (var field in await screen.Page.Locator("main textarea").AllAsync())
            await field.FillAsync(follows);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await screen.Page.WaitForURLAsync(new Regex(@"/incidents/\d+$"));
        await screen.Page.GetByText(follows).Filter(new() { Visible = true }).First.WaitForAsync();
    }

    private static async Task HandOverAsync(Screen screen, OtherSystem system, string incident)
    {
        var page = screen.Page;
        await screen.GoAsync($"{incident}/hand-over");
        await page.GetByLabel("Command and control", new() { Exact = true }).CheckAsync(new() { Force = true });
        await page.GetByLabel("Why, and what is expected of them?").FillAsync("Please attend");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand it over", Exact = true }).ClickAsync();
        await Eventually.BeSoAsync(() => Task.FromResult(!system.Taken.IsEmpty), "the document at the other system", Ct);
        await page.GetByText("CAD 2026-4711").First.WaitForAsync(new() { Timeout = Desk.Patience });
        await page.GetByText("Accepted").First.WaitForAsync();
        await screen.GoAsync(incident);
        await page.GetByText(OtherSystem.Reference).First.WaitForAsync(new() { Timeout = Desk.Patience });
    }

    private static async Task ExportAsync(IBrowser browser, RunningHost host, string conversation, int width)
    {
        await using var screen = await Screen.OpenAsync(browser, host, Everyone.EvidenceOfficer, Ct, width);
        var page = screen.Page;
        await screen.GoAsync($"/evidence/exports/new?conversations={conversation.Split('/')[^1]}");
        foreach (var (field, words) in new[] { ("Recipient", "The Crown Prosecution Service"), ("Basis", "Data Protection Act 2018 Part 3"), ("Purpose", "The night's exercise") })
            await page.Locator($"#{field}").FillAsync(words);
        await page.Locator("main form[method=post] button.govuk-button").First.ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/evidence/exports/\d+$"));
        await page.GetByText("Download the bag").WaitForAsync(new() { Timeout = 3 * Desk.Patience });
        await page.Locator("#purpose").FillAsync("To check it");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync());
        var bag = Path.Combine(host.Data, "night.zip");
        await download.SaveAsAsync(bag);
        var verdict = await Executable.RunAsync(Ct, "evidence", "verify", bag);
        Assert.True(verdict.Code == 0, verdict.Said);

        var bytes = await File.ReadAllBytesAsync(bag, Ct);
        bytes[bytes.Length / 3] ^= 1;
        await File.WriteAllBytesAsync(bag, bytes, Ct);
        Assert.NotEqual(0, (await Executable.RunAsync(Ct, "evidence", "verify", bag)).Code);
    }

    private static async Task LedgerHoldsAsync(RunningHost host, string incident)
    {
        var ledger = await Ledger.VerifiedAsync(host, Ct);
        var subject = $"incident:{incident.Split('/')[^1]}";
        foreach (var step in new[] { "IncidentRecorded", "ConversationJoined", "IncidentViewed", "AssessmentRecorded", "HandoverAsked", "HandoverAttempted", "HandoverAnswered" })
            Assert.True(ledger.Holds(step, subject), $"The ledger holds no {step} of {subject}.");
        foreach (var step in new[] { "ExportRequested", "EvidenceExported", "ExportDownloaded" })
            Assert.True(ledger.Holds(step), $"The ledger holds no {step}.");
    }
}
