namespace PoliceSocial.House.Tests.Pages;

/// <summary>What every page keeps.</summary>
internal static class PageRules
{
    /// <summary>Pages that somebody who has not signed in may open. Add one only with a reason.</summary>
    public static readonly IReadOnlySet<string> Anonymous = new HashSet<string>(StringComparer.Ordinal)
    {
        // Whoever signs in is not signed in yet, and whoever may not enter is told so.
        "/sign-in", "/sign-in/second-factor", "/sign-in/recovery", "/sign-in/set-up/{token}", "/sign-out", "/signed-out", "/denied",

        // The one-time link by which a new colleague sets a password, and the first administrator's set-up.
        "/welcome/{token}", "/set-up/{token}", "/setup",

        // What goes wrong goes wrong for anybody.
        "/wrong/{code:int?}",

        // Statements about the service, which hold no data.
        "/accessibility", "/privacy",

        // Choices about how a device shows the service, which whoever signs in makes before they do.
        "/language", "/colours",
    };

    /// <summary>Pages open to everybody who is signed in, whatever their role: they show a person only what is their own.</summary>
    public static readonly IReadOnlySet<string> Everybody = new HashSet<string>(StringComparer.Ordinal)
    {
        "/", "/account",

        // The frame around every page: a person's own navigation, counts and alarms.
        "/frame", "/alarms",
    };

    /// <summary>Pages that take a POST without a token: the fault's own page runs in the place of the POST that failed, and changes nothing.</summary>
    private static readonly HashSet<string> WithoutToken = new HashSet<string>(StringComparer.Ordinal) { "/wrong/{code:int?}" };

    /// <summary>Where the pages of an assembly lie. A first segment belongs to one module.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Prefixes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["policesocial"] = ["", "frame", "wrong", "alarms", "accessibility", "privacy", "colours"],
        ["PoliceSocial.Access"] = ["sign-in", "sign-out", "signed-out", "account", "people", "teams", "roles", "denied", "welcome", "set-up", "language"],
        ["PoliceSocial.Audit"] = ["audit"],
        ["PoliceSocial.Channels"] = ["channels", "plugins"],
        ["PoliceSocial.Evidence"] = ["evidence"],
        ["PoliceSocial.Incidents"] = ["incidents"],
        ["PoliceSocial.Inbox"] = ["inbox", "contacts", "rules", "conversations", "attachments", "search"],
        ["PoliceSocial.Publishing"] = ["publishing", "deliveries", "publish"],
    };

    public static IEnumerable<string> Unguarded(IEnumerable<RazorPage> pages) => pages.SelectMany(p => (p.IsAnonymous, p.HasPolicy) switch
    {
        (true, _) when !Anonymous.Contains(Address(p)) => Wrong(p, $"lets in whoever has not signed in; if it must, add {Address(p)} to PageRules.Anonymous with the reason"),
        (false, false) when !IsEverybodys(p) => Wrong(p, "states no policy; put [Authorize(Policy = XModule's permission)] on its page model, or add it to PageRules.Everybody"),
        _ => [],
    });

    public static IEnumerable<string> Misplaced(IEnumerable<RazorPage> pages) => pages.SelectMany(p =>
        p.Route is null || !p.Route.StartsWith('/')
            ? Wrong(p, $"has the route '{p.Route}'; write @page \"/…\", absolute, so that it can be found by searching for its address")
            : Prefixes.TryGetValue(p.Assembly, out var own) && !own.Contains(p.Route.Split('/')[1])
                ? Wrong(p, $"lies at {p.Route}, which is not among its module's own addresses ({string.Join(", ", own)}); move it, or claim the address in PageRules.Prefixes")
                : []);

    public static IEnumerable<string> Clashing(IReadOnlyCollection<RazorPage> pages) =>
        pages.GroupBy(p => p.Path, StringComparer.OrdinalIgnoreCase).Concat(pages.Where(p => p.Route is not null).GroupBy(p => p.Route!, StringComparer.OrdinalIgnoreCase))
            .Where(g => g.Count() > 1).Select(g => $"{string.Join(" and ", g)} share {g.Key}: the host would take either.");

    public static IEnumerable<string> Careless(IEnumerable<RazorPage> pages) => pages.Where(p => p.IgnoresAntiforgery && !WithoutToken.Contains(Address(p)))
        .SelectMany(p => Wrong(p, "ignores the antiforgery token; a page's POST always needs one"));

    private static string Address(RazorPage page) => page.Route is { Length: > 1 } route ? route.TrimEnd('/') : "/";

    private static bool IsEverybodys(RazorPage page) => Everybody.Contains(Address(page)) || Address(page).StartsWith("/account/", StringComparison.Ordinal);

    private static IEnumerable<string> Wrong(RazorPage page, string what) => [$"{page} {what}."];
}
