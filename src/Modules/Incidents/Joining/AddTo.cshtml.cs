using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Joining;

/// <summary>Where a conversation is added to an incident that there is: the open ones, newest first, or those of a number.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class AddToModel(ReadIncidents read, JoinConversation join, IConversations conversations, ServiceProfile profile) : PageModel
{
    [FromQuery(Name = "number")]
    public string? Number { get; set; }

    [BindProperty]
    public long IncidentId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public ConversationFacts From { get; private set; } = null!;

    public ServiceProfile Profile => profile;

    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.Parse((string)RouteData.Values["conversation"]!, CultureInfo.InvariantCulture);
        if ((await conversations.FindAsync(HttpContext.Person(), [id], HttpContext.RequestAborted)).SingleOrDefault() is not { } from)
        {
            context.Result = NotFound();
            return;
        }

        From = from;
        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = await read.HandleAsync(HttpContext.Person(), new(Which.Open, null, Number, null), ct);
        Incidents = [.. page.Rows.Where(i => i.Rehearsal == From.Rehearsal)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await join.HandleAsync(HttpContext.Person(), IncidentId, From.Id, Why, ct))
        {
            case ChangeResult.Done { Incident: var incident }:
                TempData["Flash"] = $"The conversation is joined to {incident.Number}.";
                return Redirect($"/incidents/{incident.Id}");
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Refused refused:
                ModelState.AddModelError("", refused.Why);
                await OnGetAsync(ct);
                return Page();
            default:
                return NotFound();
        }
    }
}
