namespace PoliceSocial.Host.Tests.Axe;

/// <summary>What an administrator sees: channels and plugins, people, teams and roles. The desk is refused to them.</summary>
internal static class AdministratorScenes
{
    private const string Channel = "/channels/1";

    public static readonly IReadOnlyList<Scene> All =
    [
        Scene.Of("/channels"),
        Scene.Of("/plugins"),
        Scene.Of("/channels/connect"),
        Scene.OfForm("/channels/connect/{connector}", "/channels/connect/bluesky"),
        new("/channels/connect/{connector}/{attempt:long}", ConfirmAsync),
        new("/channels/callback/{connector}", (on, _) => on.SeeAsync("/channels/callback/bluesky?code=none&state=none")),
        new("/channels/{id:long}", ChannelAsync),
        new("/channels/{id:long}/edit", EditAsync),
        Scene.OfForm("/channels/{id:long}/pause", $"{Channel}/pause"),
        Scene.OfForm("/channels/{id:long}/disconnect", $"{Channel}/disconnect"),
        new("/channels/{id:long}/reconnect", (on, _) => on.SeeAsync($"{Channel}/reconnect")),
        new("/channels/alarms/{id:long}/acknowledge", (on, _) => on.SeeAsync("/channels/alarms/1/acknowledge")),
        new("/people", PeopleAsync),
        Scene.OfForm("/people/new"),
        new("/people/{id:long}", PersonAsync),
        Scene.OfForm("/teams"),
        new("/teams/{id:long}", TeamAsync),
        Scene.Of("/audit/keep"),
        Scene.OfForm("/audit/keep/key"),
        Scene.Of("/audit/keep/restore"),
        Scene.OfForm("/audit/keep/erase"),
        new("/audit/keep/finding/{kind}", (on, _) => on.SeeAsync("/audit/keep/finding/none")),
        Scene.Of("/roles"),
        new("/roles/new", RoleAsync),
        new("/roles/{id:long}", async (on, _) => await FirstAsync(on, "/roles", "main a[href^='/roles/']:not([href$=new])")),
        new("/inbox/{id:long?}", (on, _) => on.SeeAsync("/inbox")),
    ];

    private static async Task ConfirmAsync(Looking on, Stage stage)
    {
        await on.Screen.GoAsync("/channels/connect/rehearsal");
        await on.SendAsync("main form[method=post] button.govuk-button");
        await on.Page.WaitForURLAsync("**/channels/connect/rehearsal/*");
        await on.SeeAsync("a channel to confirm", opens: true);
        await on.Page.Locator("main input[name=Name]").FillAsync("");
        await on.SendAsync("main form[method=post] button.govuk-button");
        await on.SeeAsync("a channel to confirm, with errors", opens: true);
    }

    private static async Task ChannelAsync(Looking on, Stage stage)
    {
        await on.Screen.GoAsync(Channel);
        await on.Page.Locator("main details.menu summary").ClickAsync();
        await on.SeeAsync("a channel with its menu open", opens: true);
    }

    private static async Task EditAsync(Looking on, Stage stage)
    {
        await on.SeeAsync($"{Channel}/edit");
        await on.Page.Locator("#Name").FillAsync("");
        await on.SendAsync("main form[method=post] button.govuk-button");
        await on.SeeAsync("a channel being changed, with errors", opens: true);
    }

    private static async Task PeopleAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/people");
        await on.SeeAsync("/people?q=nobody+has+this+name");
    }

    private static async Task PersonAsync(Looking on, Stage stage)
    {
        await on.Screen.GoAsync("/people/new");
        await on.Page.Locator("#Name").FillAsync("PC Anwen Pugh");
        await on.Page.Locator("#SignInName").FillAsync("pugh");
        await on.SendAsync("main form[method=post] button.govuk-button");
        await on.Page.Locator("#setup-link").WaitForAsync();
        await on.SeeAsync("a person with a set-up link", opens: true);
        var link = await on.Page.Locator("#setup-link").InnerTextAsync();
        await on.SendAsync("main form[action*=Disable] button");
        if (await on.Page.Locator("dialog[open]").CountAsync() > 0)
        {
            await on.SeeAsync("a question before a dangerous act", opens: false);
            await on.SendAsync("dialog[open] button[value=yes]");
        }

        await on.Page.Locator(".govuk-error-summary").WaitForAsync();
        await on.SeeAsync("a person, with errors", opens: true);
        await on.SeeAsync(new Uri(link).PathAndQuery);
        await on.SeeErrorsAsync(new Uri(link).PathAndQuery);
    }

    private static async Task TeamAsync(Looking on, Stage stage)
    {
        await on.Screen.GoAsync("/teams");
        await on.Page.Locator("#Name").FillAsync("Night desk");
        await on.SendAsync("main form[method=post] button.govuk-button");
        await on.SeeAsync("/teams");
        await FirstAsync(on, "/teams", "main a[href^='/teams/']");
    }

    private static async Task RoleAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/roles/new");
        await on.SeeErrorsAsync("/roles/new");
    }

    private static async Task FirstAsync(Looking on, string list, string link)
    {
        await on.Screen.GoAsync(list);
        await on.SeeAsync((await on.Page.Locator(link).First.GetAttributeAsync("href"))!);
    }
}
