using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PoliceSocial.House.Tests.Pages;

public sealed class PageTests
{
    private static readonly IReadOnlyList<RazorPage> All = [.. TheHouse.Working.SelectMany(RazorPage.In)];

    [Fact]
    public void EveryPage_StatesItsPolicy() => Rule.Holds(PageRules.Unguarded(All));

    [Fact]
    public void APageWithoutAPolicy_IsFound()
    {
        Rule.Bites(PageRules.Unguarded([Page("/inbox/open", typeof(Bare))]), "states no policy");
        Rule.Bites(PageRules.Unguarded([Page("/inbox/open", typeof(SignedIn))]), "states no policy");
        Rule.Bites(PageRules.Unguarded([Page("/inbox/open", typeof(Open))]), "lets in whoever");
        Rule.Holds(PageRules.Unguarded([Page("/inbox/open", typeof(Guarded)), Page("/sign-in", typeof(Open)), Page("/account/sessions", typeof(SignedIn))]));
    }

    [Fact]
    public void EveryPage_LiesAtAnAddressOfItsModule() => Rule.Holds(PageRules.Misplaced(All));

    [Fact]
    public void APageElsewhere_IsFound()
    {
        Rule.Bites(PageRules.Misplaced([Page("audit/entries", typeof(Guarded))]), "absolute");
        Rule.Bites(PageRules.Misplaced([Page(null, typeof(Guarded))]), "absolute");
        Rule.Bites(PageRules.Misplaced([Page("/audit/entries", typeof(Guarded))]), "lies at /audit/entries");
        Rule.Holds(PageRules.Misplaced([Page("/inbox/{id:long}", typeof(Guarded))]));
    }

    [Fact]
    public void NoTwoPages_ShareAPathOrAnAddress() => Rule.Holds(PageRules.Clashing(All));

    [Fact]
    public void TwoPagesOfOnePath_AreFound()
    {
        Rule.Bites(PageRules.Clashing([Page("/inbox/a", typeof(Guarded)), Page("/inbox/b", typeof(Guarded))]), "share /Planted.cshtml");
        Rule.Bites(PageRules.Clashing([Page("/inbox/a", typeof(Guarded)), Page("/inbox/a", typeof(Guarded)) with { Path = "/Other.cshtml" }]), "share /inbox/a");
    }

    [Fact]
    public void NoPage_IgnoresTheAntiforgeryToken() => Rule.Holds(PageRules.Careless(All));

    [Fact]
    public void APageThatIgnoresTheAntiforgeryToken_IsFound() => Rule.Bites(PageRules.Careless([Page("/inbox/a", typeof(CarelessPage))]), "ignores the antiforgery token");

    [Fact]
    public void EveryPageFile_WasFoundCompiled() => Rule.Holds(
        TheHouse.Files("src", "*.cshtml").Where(f => File.ReadLines(f).Any(l => l.StartsWith("@page", StringComparison.Ordinal)))
            .Select(TheHouse.Relative).Where(f => !All.Any(p => f.EndsWith(p.Path, StringComparison.OrdinalIgnoreCase)))
            .Select(f => $"{f} is a page that these rules do not see; is its project in the host's list of modules?"));

    private static RazorPage Page(string? route, Type type) => new("PoliceSocial.Inbox", "/Planted.cshtml", route, [type]);

    private sealed class Bare;

    [Authorize]
    private sealed class SignedIn;

    [Authorize(Policy = "inbox.read")]
    private sealed class Guarded;

    [AllowAnonymous]
    private sealed class Open;

    [IgnoreAntiforgeryToken]
    private sealed class CarelessPage;
}
