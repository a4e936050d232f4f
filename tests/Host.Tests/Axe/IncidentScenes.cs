namespace PoliceSocial.Host.Tests.Axe;

/// <summary>Incidents, as a supervisor records one and works on it, and evidence, as its officer sees it.</summary>
internal static class IncidentScenes
{
    private const string Sent = "main form[method=post] button.govuk-button";

    public static readonly IReadOnlyList<Scene> OfSupervisor =
    [
        new("/incidents/new", RecordAsync),
        new("/incidents", (on, _) => on.SeeAsync("/incidents")),
        Scene.Of("/incidents/hand-overs"),
        new("/incidents/{id:long}", (on, stage) => on.SeeAsync(IncidentOf(stage))),
        new("/incidents/assess/{conversation:long}", async (on, stage) =>
        {
            var page = $"/incidents/assess/{stage.Risk.Split('/')[^1]}";
            await on.SeeAsync(page);
            await on.SeeErrorsAsync(page);
        }),
        OfForm("assess"),
        OfForm("close"),
        new("/incidents/{id:long}/conversations", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/conversations")),
        new("/incidents/{id:long}/correct", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/correct")),
        OfForm("decision"),
        OfForm("grade"),
        new("/incidents/{id:long}/hand-over", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/hand-over")),
        OfForm("note"),
        OfForm("people"),
        OfForm("recording"),
        new("/incidents/{id:long}/recording/acknowledge", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/recording/acknowledge")),
        OfForm("tasks"),
        new("/incidents/{id:long}/tasks/{task:long}/acknowledge", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/tasks/1/acknowledge")),
    ];

    public static readonly IReadOnlyList<Scene> OfEvidenceOfficer =
    [
        new("/evidence/conversations/{id:long}", MarkAsync),
        new("/evidence/incidents/{id:long}", (on, stage) => MarkOfAsync(on, $"/evidence/incidents/{stage.Recorded.Split('/')[^1]}")),
        new("/evidence/posts/{id:long}", (on, stage) => MarkOfAsync(on, $"/evidence/posts/{stage.Delivery.Split('/')[^1]}")),
        new("/evidence/exports/new", ExportAsync),
        new("/evidence/exports/{id:long}", OneAsync),
        Scene.Of("/evidence/exports"),
    ];

    private static string IncidentOf(Stage stage) => stage.Incident ?? throw new InvalidOperationException("No incident was recorded before.");

    private static Scene OfForm(string page) => new($"/incidents/{{id:long}}/{page}", async (on, stage) =>
    {
        await on.SeeAsync($"{IncidentOf(stage)}/{page}");
        await on.SeeErrorsAsync($"{IncidentOf(stage)}/{page}");
    });

    private static async Task RecordAsync(Looking on, Stage stage)
    {
        await on.SeeAsync("/incidents/new");
        await on.SeeErrorsAsync("/incidents/new", Sent);
        await on.SeeAsync($"/incidents/new?conversation={stage.Talks[1].Split('/')[^1]}");
        await on.Page.Locator("#Summary").FillAsync("A woman who is looked for was seen at a public house.");
        await on.Page.Locator("#Category").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await on.Page.Locator("input[name=Grade]").First.CheckAsync(new() { Force = true });
        await on.SendAsync(Sent);
        await on.Page.WaitForURLAsync(url => url.Contains("/incidents/", StringComparison.Ordinal) && !url.Contains("/new", StringComparison.Ordinal));
        stage.Incident = new Uri(on.Page.Url).AbsolutePath;
    }

    /// <summary>The page empty, its forms sent empty, and the page with an exhibit and a hold.</summary>
    private static async Task MarkAsync(Looking on, Stage stage)
    {
        var page = $"/evidence/conversations/{stage.Talks[0].Split('/')[^1]}";
        await MarkOfAsync(on, page);
        await on.Screen.GoAsync(page);
        foreach (var (field, words) in new[] { ("Initials", "JC"), ("What", "What the landlord wrote"), ("Basis", "CPIA 1996") })
            await on.Page.Locator($"#{field}").FillAsync(words);
        await on.SendAsync("form[action*=Mark] button.govuk-button");
        await on.Page.Locator("#HoldBasis").FillAsync("CPIA code 5.7");
        await on.SendAsync("form[action*=Hold] button.govuk-button");
        await on.SeeAsync("exhibits and holds", opens: true);
    }

    private static async Task MarkOfAsync(Looking on, string page)
    {
        await on.SeeAsync(page);
        await on.SeeErrorsAsync(page, "form[action*=Mark] button.govuk-button");
    }

    private static async Task ExportAsync(Looking on, Stage stage)
    {
        var page = $"/evidence/exports/new?conversations={stage.Talks[0].Split('/')[^1]}";
        await on.SeeAsync(page);
        await on.SeeErrorsAsync(page, Sent);
    }

    private static async Task OneAsync(Looking on, Stage stage)
    {
        await on.Screen.GoAsync($"/evidence/exports/new?conversations={stage.Talks[0].Split('/')[^1]}");
        foreach (var field in new[] { "Recipient", "Basis", "Purpose" })
            await on.Page.Locator($"#{field}").FillAsync("For the exercise");
        await on.SendAsync(Sent);
        await on.Page.WaitForURLAsync(url => !url.Contains("/new", StringComparison.Ordinal));
        await on.SeeAsync("an export", opens: true);
    }
}
