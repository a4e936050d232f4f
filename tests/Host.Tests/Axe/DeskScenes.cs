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
        new("/inbox/contacts/{id:long}/merge", MergeAsync),
        Scene.Of("/inbox/looks"),
        Scene.Of("/inbox/looks/policy"),
        new("/inbox/looks/{id:long}", ReferAsync),
        new("/inbox/alarming", AlarmingAsync),
        new("/inbox/alarming/calls", CallsAsync),
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

    private static async Task AlarmingAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/inbox/alarming");
        await on.Page.Locator("#seconds-0").FillAsync("5");
        await on.Page.Locator("#addresses-0").FillAsync("nobody");
        await on.SendAsync("main form[method=post] button.govuk-button:not(.govuk-button--secondary)");
        await on.Page.Locator(".govuk-error-summary").WaitForAsync();
        await on.SeeAsync("steps of an alarm, with errors", opens: true);
    }

    private static async Task CallsAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/inbox/alarming/calls");
        await on.Screen.GoAsync("/inbox/alarming");
        await on.Page.Locator("#addresses-0").FillAsync("oncall@force.example");
        await on.SendAsync("main form[method=post] button.govuk-button:not(.govuk-button--secondary)");
        await on.SendAsync("main form:has(input[value=Email]) button");
        await on.Screen.GoAsync("/inbox/alarming/calls");
        await on.Page.Locator("main td form button").First.WaitForAsync(new() { Timeout = 15_000 });
        await on.SeeAsync("a call that went wrong", opens: true);
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

    private static async Task MergeAsync(Looking on, Stage stage)
    {
        const string Look = "main form[action*=Find] button";
        await on.SeeErrorsAsync($"{stage.Contact}/merge", Look);
        await on.Screen.GoAsync(stage.Talks[3]);
        var handle = await on.Page.Locator(".contact dd").First.InnerTextAsync();
        await on.Screen.GoAsync($"{stage.Contact}/merge");
        await on.Page.Locator("#Handle").FillAsync(handle);
        await on.SendAsync(Look);
        await on.Page.Locator("input[name=OtherId]").First.CheckAsync(new() { Force = true });
        await on.SendAsync("main form[action*=Merge] button");
        await on.Page.Locator(".govuk-error-summary").WaitForAsync();
        await on.SeeAsync("a merge without grounds", opens: true);
        await on.Page.Locator("input[name=OtherId]").First.CheckAsync(new() { Force = true });
        await on.Page.Locator("#Reason").FillAsync("Both sent the same photograph");
        await on.SendAsync("main form[action*=Merge] button");
        await on.Page.Locator("form[action*=Part]").First.WaitForAsync();
        await on.SeeAsync("two contacts that are one person", opens: true);
        await on.SendAsync("form[action*=Part] button");
        await on.SeeAsync("a parting without a reason", opens: true);
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
        using (var colleague = await stage.Host.SignInAsync(Everyone.Operator, TestContext.Current.CancellationToken))
            await colleague.SubmitAsync(stage.Contact, "main form[method=post]", new() { ["Purpose"] = "other", ["Details"] = "A lost purse" }, TestContext.Current.CancellationToken);
        await LimitAsync(on, looks: "1");
        await on.SeeErrorsAsync(stage.Contact);
        await on.Page.Locator("#purpose").CheckAsync(new() { Force = true });
        await on.Page.Locator("#basis-contact").CheckAsync(new() { Force = true });
        await on.SeeAsync("authority asked for", opens: true);
        await on.Page.Locator("#because").FillAsync("she asks us a question, and gets an answer");
        await on.SendAsync("main form[method=post] button");
        await on.Page.Locator("main table").WaitForAsync();
        await on.SeeAsync("a contact's history", opens: true);
    }

    /// <summary>Sets after how many looks of anybody authority is asked for.</summary>
    private static async Task LimitAsync(Looking on, string looks)
    {
        await on.SeeAsync("/inbox/looks/policy");
        await on.Page.Locator("#byforce").FillAsync("0");
        await on.SendAsync("main form[method=post] button");
        await on.Page.Locator(".govuk-error-summary").WaitForAsync();
        await on.SeeAsync("a policy of looks with errors", opens: true);
        await on.Page.Locator("#byforce").FillAsync(looks);
        await on.SendAsync("main form[method=post] button");
        await on.Page.WaitForURLAsync("**/inbox/looks");
    }

    private static async Task ReferAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/inbox/looks");
        await on.Page.Locator("main table th a").First.ClickAsync();
        await on.Page.Locator("#note").WaitForAsync();
        await on.SeeErrorsAsync(new Uri(on.Page.Url).AbsolutePath);
        await on.Page.Locator("#note").FillAsync("Please speak with the desk.");
        await on.SendAsync("main form[method=post] button");
        await on.SeeAsync("looks that were referred", opens: true);
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
