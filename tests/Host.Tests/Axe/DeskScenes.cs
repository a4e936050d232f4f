namespace PoliceSocial.Host.Tests.Axe;

/// <summary>The desk, as those see it who work there.</summary>
internal static class DeskScenes
{
    private const string More = ".talk__acts details.menu summary";

    public static readonly IReadOnlyList<Scene> OfOperator =
    [
        new("/inbox/{id:long?}", WorkAsync),
        new("/account", (on, _) => on.SeeAsync("/account")),
        Scene.OfForm("/account/password"),
        Scene.Of("/account/sessions"),
        Scene.Of("/sign-out"),
    ];

    public static readonly IReadOnlyList<Scene> OfSupervisor =
    [
        new("/inbox/{id:long?}", SuperviseAsync),
        new("/inbox/contacts/{id:long}", ContactAsync),
        Scene.Of("/inbox/rules"),
        new("/inbox/rules/{id}", RuleAsync),
        new("/inbox/rules/triage", TriageAsync),
        Scene.Of("/alarms"),
        Scene.Of("/inbox/quarantine"),
        new("/inbox/quarantine/{id:long}", (on, _) => on.SeeAsync("/inbox/quarantine/1")),
        Scene.OfForm("/publishing/pause"),
        new("/publishing/pause/{id:long}/acknowledge", (on, _) => on.SeeAsync("/publishing/pause/1/acknowledge")),
        new("/publishing/deliveries", async (on, _) =>
        {
            await on.SeeAsync("/publishing/deliveries");
            await on.SeeAsync("/publishing/deliveries?state=Attempting");
        }),
        new("/publishing/deliveries/{id:long}", DeliveryAsync),
        new("/publishing/deliveries/{id:long}/acknowledge", (on, _) => on.SeeAsync("/publishing/deliveries/1/acknowledge")),
    ];

    private static async Task WorkAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/inbox");
        await on.Page.Keyboard.PressAsync("?");
        await on.Page.Locator("dialog#keys[open]").WaitForAsync();
        await on.SeeAsync("the keyboard's sheet", opens: false);
        await on.SeeAsync("/inbox?q=zzzz");
        await on.SeeAsync("/inbox?list=resolved");
        await on.Screen.GoAsync(stage.Talks[0]);
        await on.Page.Locator(More).ClickAsync();
        await on.SeeAsync("handing over and putting off", opens: true);
        await on.Screen.GoAsync(stage.Talks[0]);
        await on.Page.Locator("input[name=Way][value=note]").CheckAsync(new() { Force = true });
        await on.SeeAsync("a note being written", opens: true);
        if (await on.Page.Locator("input[name=Way][value=private]").CountAsync() > 0)
        {
            await on.Page.Locator("input[name=Way][value=private]").CheckAsync(new() { Force = true });
            await on.SeeAsync("a private reply being written", opens: true);
        }

        await on.Page.Locator("input[name=Way]").First.CheckAsync(new() { Force = true });
        await on.SendAsync(".reply__send");
        await on.Page.Locator("main .govuk-error-summary").WaitForAsync();
        await on.SeeAsync("an empty reply", opens: true);
        await on.Page.Locator("#reply-text").FillAsync("Thank you. An officer reads this now.");
        await on.SendAsync(".reply__send");
        await on.Page.Locator(".event--out").Last.WaitForAsync();
        await on.SeeAsync("a reply on its way", opens: true);
    }

    private static async Task SuperviseAsync(Looking on, Stage stage)
    {
        await on.SeeAsync(stage.Risk);
        await on.Screen.GoAsync(stage.Talks[0]);
        await on.Page.Locator(More).ClickAsync();
        await on.SeeAsync("taking over from a colleague", opens: true);
        await on.SeeAsync(stage.Talks[2]);
        await on.Screen.GoAsync(stage.Talks[3]);
        await on.Page.Locator("#tags").FillAsync("road closure, thanks");
        await on.SendAsync("form[action*=Tags] button");
        await on.Page.Locator(".tag").First.WaitForAsync();
        await on.SeeAsync("a tagged conversation", opens: true);
        await on.Screen.GoAsync("/inbox");
        await on.Page.Locator(".row__pick").First.CheckAsync(new() { Force = true });
        await on.SeeAsync("conversations picked", opens: true);
        await on.Screen.WithoutScriptAsync();
        await on.SeeAsync(stage.Talks[3]);
        await on.Page.Locator(More).ClickAsync();
        await on.SeeAsync("a conversation without script", opens: true);
        await on.Screen.WithScriptAsync();
    }

    private static async Task RuleAsync(Looking on, Stage stage)
    {
        await on.SeeErrorsAsync("/inbox/rules/new", "main form[method=post] button.govuk-button:not([formaction])");
        await on.Page.Locator("#name").FillAsync("Anybody who asks for help");
        await on.Page.Locator("#any").FillAsync("help\nthe");
        await on.SendAsync("main button[formaction*=Try]");
        await on.Page.Locator("#tried-title").WaitForAsync();
        await on.SeeAsync("a rule that was tried", opens: true);
        await on.Screen.GoAsync("/inbox/rules");
        await on.SeeAsync((await on.Page.Locator("main td a[href^='/inbox/rules/'], main th a[href^='/inbox/rules/']").First.GetAttributeAsync("href"))!);
    }

    private static async Task TriageAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/inbox/rules/triage");
        await on.Page.Locator("#Threshold").FillAsync("0");
        await on.Page.Locator("#RepeatFrom").FillAsync("1");
        await on.SendAsync("main form[method=post] button.govuk-button");
        await on.SeeAsync("triage with mistakes", opens: true);
    }

    private static async Task ContactAsync(Looking on, Stage stage)
    {
        await on.SeeAsync(stage.Contact);
        await on.SeeErrorsAsync(stage.Contact);
        await on.Page.Locator("#purpose").FillAsync("Answering a question about a missing person");
        await on.SendAsync("main form[method=post] button");
        await on.Page.Locator("main table").WaitForAsync();
        await on.SeeAsync("a contact's history", opens: true);
    }

    private static async Task DeliveryAsync(Looking on, Stage stage)
    {
        await on.Screen.GoAsync("/publishing/deliveries");
        var delivery = (await on.Page.Locator("main table a[href*='/deliveries/']").First.GetAttributeAsync("href"))!;
        await on.SeeAsync(delivery);
        if (await on.Page.Locator("main form[action*=Delete] button").CountAsync() > 0)
        {
            await on.SendAsync("main form[action*=Delete] button");
            await on.Page.Locator(".govuk-error-summary").WaitForAsync();
            await on.SeeAsync("a delivery to delete, with errors", opens: true);
        }
    }
}
