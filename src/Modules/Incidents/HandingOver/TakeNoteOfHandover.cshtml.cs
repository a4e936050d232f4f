using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Where the alarm about a hand-over is acknowledged from any page.</summary>
[Authorize(Policy = IncidentsPermissions.HandOff)]
internal sealed class TakeNoteOfHandoverModel(NoteHandover note) : PageModel
{
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        switch (await note.HandleAsync(HttpContext.Person(), id, ct))
        {
            case ChangeResult.NotFound:
                return NotFound();
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Done { Incident: { } incident }:
                TempData["Flash"] = "The alarm is acknowledged in your name.";
                return Redirect($"/incidents/{incident.Id}/hand-over");
            default:
                TempData["Flash"] = "The alarm is acknowledged in your name.";
                return Redirect("/incidents");
        }
    }
}
