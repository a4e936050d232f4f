using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Asking;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Teams;

/// <summary>The page about one team.</summary>
[Authorize(Policy = AccessPermissions.ManagePeople)]
internal sealed class OneModel(Store<AccessModule> store, RosterReader roster, OnePerson choices, ChangeTeam change, CloseTeam close) : PageModel
{
    public TeamRow Team { get; private set; } = null!;

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Channels { get; private set; } = [];

    public IReadOnlyCollection<string> Members { get; private set; } = [];

    public IReadOnlyCollection<string> OwnChannels { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, ct) = (long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), HttpContext.RequestAborted);
        if (await store.FindAsync(TeamStatements.ById, new { id }, ct) is not { Closed: false } team)
        {
            context.Result = NotFound();
            return;
        }

        Team = team;
        People = [.. (await roster.NowAsync(ct)).Members.Values.Where(m => m.Row.State != PersonState.Disabled)
            .OrderBy(m => m.Row.Name, StringComparer.CurrentCulture).Select(m => new Choice(Text(m.Row.Id), m.Row.Name))];
        Channels = await choices.ChannelsAsync(ct);
        Members = [.. (await store.QueryAsync(TeamStatements.MembersOf, new { teamId = id }, ct)).Select(Text)];
        OwnChannels = [.. (await store.QueryAsync(TeamStatements.ChannelsOf, new { teamId = id }, ct)).Select(Text)];
        await next();
    }

    public async Task<IActionResult> OnPostSaveAsync(long version, long[] memberIds, long[] channelIds, CancellationToken ct) => Answer(
        await change.HandleAsync(HttpContext.Person(), new(Team.Id, version, Name ?? "", memberIds, channelIds), ct), nameof(Name), "/Teams/One", "The team is saved.");

    public async Task<IActionResult> OnPostCloseAsync(long version, CancellationToken ct) =>
        Answer(await close.HandleAsync(HttpContext.Person(), Team.Id, version, ct), "", "/Teams/List", "The team is closed.");

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private IActionResult Answer(GrantOutcome outcome, string field, string page, string done)
    {
        if (outcome == GrantOutcome.Done)
        {
            TempData["Flash"] = done;
            return page == "/Teams/One" ? RedirectToPage(page, new { id = Team.Id }) : RedirectToPage(page);
        }

        ModelState.AddModelError(outcome is GrantOutcome.NameMissing or GrantOutcome.NameTaken ? field : "", GrantWords.Of(outcome));
        return Page();
    }
}
