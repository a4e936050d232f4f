using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>The hand-overs that failed, for a supervisor to let them be tried again or to give them up.</summary>
[Authorize(Policy = IncidentsPermissions.Settle)]
internal sealed class ListHandoversModel(Store<IncidentsModule> store, SettleHandover settle, Destinations destinations, ServiceProfile profile) : PageModel
{
    private const int Most = 200;

    public Destinations Destinations => destinations;

    public ServiceProfile Profile => profile;

    public IReadOnlyList<HandoverRow> Handovers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (everywhere, channels, teams) = Sight.Of(HttpContext.Person());
        Handovers = await store.QueryAsync(
            HandoverStatements.Troubled, new { failed = HandoverState.Failed, waiting = HandoverState.Waiting, everywhere, channels, teams, take = Most }, ct);
    }

    public async Task<IActionResult> OnPostSettleAsync(long handoverId, Settling how, string? reason, CancellationToken ct)
    {
        if (!Enum.IsDefined(how))
            return BadRequest();
        switch (await settle.HandleAsync(HttpContext.Person(), handoverId, how, reason, ct))
        {
            case ChangeResult.NotFound:
                return NotFound();
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Refused refused:
                ModelState.AddModelError("", refused.Why);
                await OnGetAsync(ct);
                return Page();
            default:
                TempData["Flash"] = how == Settling.Retry ? "It is tried again." : "It is given up, in your name.";
                return Redirect("/incidents/hand-overs");
        }
    }
}
