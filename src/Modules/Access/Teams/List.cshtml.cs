using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Teams;

/// <summary>The list of teams.</summary>
[Authorize(Policy = AccessPermissions.ManagePeople)]
internal sealed class ListModel(RosterReader roster, AddTeam add) : PageModel
{
    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Teams = (await roster.NowAsync(ct)).Teams;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (outcome, id) = await add.HandleAsync(HttpContext.Person(), Name ?? "", ct);
        if (outcome == GrantOutcome.Done)
            return RedirectToPage("/Teams/One", new { id });
        ModelState.AddModelError(nameof(Name), GrantWords.Of(outcome));
        await OnGetAsync(ct);
        return Page();
    }
}
