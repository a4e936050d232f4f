using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Incidents.Offered;

/// <summary>Where the alarm about an offer is acknowledged from any page.</summary>
[Authorize(Policy = IncidentsPermissions.Accept)]
internal sealed class TakeNoteOfOfferModel(NoteOffer note) : PageModel
{
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await note.HandleAsync(HttpContext.Person(), id, ct))
            return NotFound();
        TempData["Flash"] = "The alarm is acknowledged in your name.";
        return Redirect($"/incidents/offers/{id}");
    }
}
