using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>
/// An object of another team or channel answers as if it did not exist: to somebody whose roles reach neither, every address with its id
/// answers as one with an id that nobody gave, down to title and headers.
/// </summary>
public sealed partial class ElsewhereTests(Elsewhere elsewhere)
{
    private const long Nowhere = 4_711;

    /// <summary>What stands in each route that names something of a channel's or a team's. A new page with an id gets a row here or below.</summary>
    private static readonly IReadOnlyDictionary<string, string> Named = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/inbox/{id:long?}"] = "conversation",
        ["/inbox/{id:long}/acknowledge"] = "conversation",
        ["/inbox/contacts/{id:long}"] = "contact",
        ["/inbox/contacts/{id:long}/merge"] = "contact",
        ["/incidents/join/{conversation:long}"] = "conversation",
        ["/inbox/undo/{act:long}"] = "undo",
        ["/inbox/replies/{id:long}/pictures/{number:int}"] = "reply",
        ["/publishing/deliveries/{id:long}"] = "delivery",
        ["/publishing/deliveries/{id:long}/acknowledge"] = "delivery",
        ["/evidence/conversations/{id:long}"] = "conversation",
        ["/evidence/incidents/{id:long}"] = "incident",
        ["/evidence/posts/{id:long}"] = "delivery",
        ["/evidence/exports/{id:long}"] = "export",
        ["/evidence/exports/{id:long}/bag"] = "export",
        ["/incidents/assess/{conversation:long}"] = "conversation",
    };

    /// <summary>Routes whose objects are nobody's in particular, or are tested where they can be made.</summary>
    private static readonly IReadOnlyDictionary<string, string> NotOfATeam = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/inbox/looks/"] = "are numbers without names, for one role of the whole force",
        ["/inbox/rules/"] = "are the force's",
        ["/inbox/quarantine/"] = "come about by faults: QuarantineTests shows them by channel",
        ["/inbox/attachments/"] = "AttachmentTests shows them by channel",
        ["/audit/"] = "are the ledger's",
        ["/evidence/records/"] = "are reviews and classes: DisposalTests shows reviews by channel",
        ["/incidents/offers/"] = "come from other forces, for whoever may accept them",
        ["/incidents/hand-overs/"] = "are alarms about a hand-over, and show nothing of it",
        ["/hooks/"] = "are for other services, by their signature",
        ["/channels/"] = "are named to everybody who may read channels; what came by them is not",
        ["/people/"] = "are the administrator's",
        ["/teams/"] = "are the administrator's",
        ["/roles/"] = "are the administrator's",
        ["/publishing/pause/"] = "stop the whole force",
        ["/sign-in/"] = "are for whoever has the link",
        ["/wrong/"] = "are words",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryRouteWithAnId_IsNamed_OrSaidToBeNobodysInParticular() => Assert.Equal([], Routes()
        .Where(r => SortOf(r) is null && !NotOfATeam.Keys.Any(n => r.StartsWith(n, StringComparison.Ordinal)))
        .Select(r => $"{r} names something: say what in ElsewhereTests, or why it belongs to no team."));

    [Fact]
    public async Task ObjectOfAnotherTeam_AnswersAsIfItDidNotExist()
    {
        var done = await elsewhere.GetAsync(Ct);
        var wrong = new List<string>();
        foreach (var route in Routes().Where(r => SortOf(r) is not null))
        {
            var (there, none) = (await AskAsync(done.Person, route, done.Ids[SortOf(route)!]), await AskAsync(done.Person, route, Nowhere));
            if (there != none)
                wrong.Add($"{route} answered {there}, and where there is nothing {none}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task PostToAnObjectOfAnotherTeam_AnswersAsIfItDidNotExist()
    {
        var done = await elsewhere.GetAsync(Ct);
        var token = (await done.Person.OpenAsync("/account", Ct)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var wrong = new List<string>();
        foreach (var row in WhoMayWhat.All.Where(a => a.Method == "POST" && SortOf(RouteOf(a.Route)) is not null))
        {
            var sort = SortOf(RouteOf(row.Route))!;
            var (there, none) = (await PostAsync(done.Person, row.Route, done.Ids[sort], token), await PostAsync(done.Person, row.Route, Nowhere, token));
            if (there != none)
                wrong.Add($"POST {row.Route} answered {there}, and where there is nothing {none}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task ListsAndSearch_OfSomebodyElsewhere_AreEmpty()
    {
        var done = await elsewhere.GetAsync(Ct);
        foreach (var (path, what) in new[] { ("/inbox", ".row"), ("/inbox?list=resolved", ".row"), ("/inbox?q=the", ".row"), ("/incidents", "main tbody tr"), ("/publishing/deliveries", "main tbody tr"), ("/evidence/exports", "main tbody tr") })
            Assert.Empty((await done.Person.OpenAsync(path, Ct)).QuerySelectorAll(what));
    }

    private static IEnumerable<string> Routes() => WhoMayWhat.All.Select(a => RouteOf(a.Route)).Where(r => r.Contains('{', StringComparison.Ordinal)).Distinct();

    /// <summary>The route without its handler; a question mark of an optional parameter stays.</summary>
    private static string RouteOf(string route) => route.IndexOf("?handler=", StringComparison.Ordinal) is >= 0 and var at ? route[..at] : route;

    private static string? SortOf(string route) =>
        Named.GetValueOrDefault(route) ?? (route.StartsWith("/incidents/{id:long}", StringComparison.Ordinal) ? "incident" : null);

    private static string Address(string route, long id) => Parameter().Replace(Parameter().Replace(route, id.ToString(CultureInfo.InvariantCulture), 1), "1");

    private static async Task<Told> AskAsync(Visitor person, string route, long id) => Tell(await person.GetAsync(Address(route, id), Ct), id);

    private static async Task<Told> PostAsync(Visitor person, string route, long id, string token) => Tell(
        await person.PostAsync(Address(RouteOf(route), id) + route[RouteOf(route).Length..], new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Text"] = "Hello", ["Reason"] = "A reason" }, Ct), id);

    /// <summary>All that an answer tells: its status, its title, its words and its headers, without the id that was asked for and what changes each time.</summary>
    private static Told Tell(Answer answer, long id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        var words = answer.Page is { } page ? $"{page.Title}\n{page.QuerySelector("main")?.TextContent}" : answer.Body;
        var headers = answer.Headers.Where(h => h.Key is not ("Date" or "Set-Cookie" or "Content-Security-Policy")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}");
        return new(answer.Status, words.Replace(text, "id", StringComparison.Ordinal), string.Join('\n', headers).Replace(text, "id", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record Told(HttpStatusCode Status, string Words, string Headers);
}
