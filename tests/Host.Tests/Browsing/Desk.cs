using Microsoft.Playwright;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Browsing;

/// <summary>What somebody does at the desk, in the words that the screen shows.</summary>
internal sealed class Desk(Screen screen)
{
    public const float Patience = 30_000;

    private IPage Page => screen.Page;

    public ILocator Alarm => Page.Locator(".alarm[data-alarm]");

    /// <summary>Waits for an alarm on whatever page is open, and gives its words.</summary>
    public async Task<string> HearAlarmAsync(string about)
    {
        var alarm = Alarm.Filter(new() { HasText = about }).First;
        await alarm.WaitForAsync(new() { Timeout = Patience });
        return await alarm.InnerTextAsync();
    }

    /// <summary>Follows the alarm to what it is about; answers the conversation's address.</summary>
    public async Task<string> FollowAlarmAsync(string about)
    {
        await Alarm.Filter(new() { HasText = about }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Page.WaitForURLAsync("**/inbox/*");
        return new Uri(Page.Url).AbsolutePath;
    }

    public async Task ClaimAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Claim", Exact = true }).ClickAsync();
        await Page.Locator("#talk-head").GetByText("You have it").WaitForAsync(new() { Timeout = Patience });
    }

    /// <summary>Answers: <c>public</c> or <c>private</c>.</summary>
    public async Task ReplyAsync(string way, string text)
    {
        await Page.Locator($"input[name=Way][value={way}]").CheckAsync(new() { Force = true });
        await Page.GetByLabel("Text", new() { Exact = true }).FillAsync(text);
        await Page.Locator(".reply__send").ClickAsync();

        // The other side may have written meanwhile: the page says so, and whoever has read it sends again.
        var (sent, written) = (Page.GetByText("Your reply is on its way"), Page.Locator(".govuk-error-summary"));
        await sent.Or(written).First.WaitForAsync(new() { Timeout = Patience });
        if (await written.CountAsync() > 0)
            await Page.Locator(".reply__send").ClickAsync();
        await sent.First.WaitForAsync(new() { Timeout = Patience });
    }

    /// <summary>Waits until the conversation shows that the network has the reply.</summary>
    public Task SeePublishedAsync(string text) =>
        Page.Locator(".event--out", new() { HasText = text }).Filter(new() { HasText = "published" }).First.WaitForAsync(new() { Timeout = Patience });

    /// <summary>Waits until the list holds a conversation, opens it, and answers its address.</summary>
    public async Task<string> OpenFromListAsync(string excerpt, CancellationToken ct)
    {
        await Eventually.BeSoAsync(async () =>
        {
            await screen.GoAsync("/inbox");
            return await Page.Locator(".row", new() { HasText = excerpt }).CountAsync() > 0;
        }, $"a conversation with “{excerpt}”", ct);
        await Page.Locator(".row", new() { HasText = excerpt }).First.Locator(".row__link").ClickAsync();
        await Page.WaitForURLAsync("**/inbox/*");
        return new Uri(Page.Url).AbsolutePath;
    }

    public Task SeeAsync(string text) => Page.Locator("#main").GetByText(text).Filter(new() { Visible = true }).First.WaitForAsync(new() { Timeout = Patience });

    public async Task AcknowledgeAsync(string about)
    {
        var alarm = Alarm.Filter(new() { HasText = about }).First;
        await alarm.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await alarm.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = Patience });
    }

    /// <summary>Says in one's own name why nothing more is to be done about a risk: without it, it cannot be resolved.</summary>
    public async Task AssessAsync()
    {
        await Page.GotoAsync(new Uri(new Uri(Page.Url), $"/incidents/assess/{new Uri(Page.Url).AbsolutePath.Split('/')[^1]}").AbsoluteUri);
        foreach (var field in await Page.Locator("main textarea").AllAsync())
            await field.FillAsync("Nothing more is known");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await Page.WaitForURLAsync("**/inbox/*");
    }

    public async Task ResolveAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Resolve", Exact = true }).First.ClickAsync();
        await Page.GetByText("It is resolved").First.WaitForAsync(new() { Timeout = Patience });
    }
}
