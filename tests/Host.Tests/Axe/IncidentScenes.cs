using PoliceSocial.Network;

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
        new("/incidents/hand-overs/{id:long}/acknowledge", (on, _) => on.SeeAsync("/incidents/hand-overs/1/acknowledge")),
        new("/incidents/offers/{id:long}", OfferAsync),
        new("/incidents/offers/{id:long}/acknowledge", (on, _) => on.SeeAsync("/incidents/offers/1/acknowledge")),
        new("/incidents/offers", (on, _) => on.SeeAsync("/incidents/offers")),
        new("/incidents/{id:long}", (on, stage) => on.SeeAsync(IncidentOf(stage))),
        new("/incidents/assess/{conversation:long}", async (on, stage) =>
        {
            var page = $"/incidents/assess/{stage.Risk.Split('/')[^1]}";
            await on.SeeAsync(page);
            await on.SeeErrorsAsync(page);
        }),
        OfForm("assess"),
        OfForm("close"),
        new("/incidents/{id:long}/conversations", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/conversations?q=the")),
        new("/incidents/join/{conversation:long}", (on, stage) => on.SeeAsync($"/incidents/join/{stage.Talks[0].Split('/')[^1]}")),
        new("/incidents/{id:long}/correct", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/correct")),
        OfForm("decision"),
        OfForm("grade"),
        new("/incidents/{id:long}/hand-over", (on, stage) => on.SeeAsync($"{IncidentOf(stage)}/hand-over")),
        OfForm("note"),
        OfForm("people"),
        OfForm("place"),
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
        .. RecordScenes.All,
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

    /// <summary>A neighbouring force drops an exercise and something that is none; both are seen.</summary>
    private static async Task OfferAsync(Looking on, Stage stage)
    {
        var folder = Directory.CreateDirectory(Path.Combine(stage.Host.Data, "handover", "from-neighbour")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "7.part"), Offer);
        File.Move(Path.Combine(folder, "7.part"), Path.Combine(folder, "7.json"));
        await File.WriteAllTextAsync(Path.Combine(folder, "8.json"), "{}");
        await Eventually.BeSoAsync(async () =>
        {
            await on.Screen.GoAsync("/incidents/offers");
            return await on.Page.Locator("tbody tr").CountAsync() == 2;
        }, "two offers", TestContext.Current.CancellationToken);
        foreach (var address in await on.Page.Locator("tbody th a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
        {
            await on.SeeAsync(address);
            if (await on.Page.Locator(Sent).CountAsync() > 0)
                await on.SeeErrorsAsync(address, ".govuk-button--warning");
        }
    }

    private const string Offer =
        """
        {
          "schema": "policesocial.incident", "version": 1, "exercise": true,
          "handover": { "id": "7", "purpose": "transfer", "reason": "She was seen on your side", "askedBy": "PC West", "askedAt": "2026-11-21T01:30:00Z" },
          "incident": {
            "id": "70", "number": "0007 of 20/11/2026", "profile": "police", "state": "open", "summary": "A woman is missing", "location": "The Crown", "area": "urban",
            "thirdParty": true, "openingCategory": { "code": "S2", "name": "Missing person" }, "qualifiers": [], "grade": { "code": "1", "name": "Emergency" },
            "gradedAt": "2026-11-20T22:10:00Z", "firstContactAt": "2026-11-20T22:00:00Z", "receivedAt": "2026-11-20T22:00:04Z", "recordedAt": "2026-11-20T22:10:00Z"
          },
          "conversations": [],
          "parties": [{ "id": "1", "kind": "person", "label": "Eileen", "detail": "Green coat", "roles": [{ "code": "missing", "name": "Missing person" }], "markers": [{ "code": "vulnerable", "name": "Vulnerable" }] }],
          "links": [], "assessments": [], "decisions": [],
          "notes": [{ "kind": "fact", "text": "She has no telephone", "author": "PC West", "at": "2026-11-20T23:00:00Z" }]
        }
        """;

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
