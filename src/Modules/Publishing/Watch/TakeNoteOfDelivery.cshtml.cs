using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Publishing.Watch;

/// <summary>Where the alarm about a delivery is acknowledged from any page.</summary>
[Authorize(Policy = PublishingPermissions.Read)]
internal sealed class TakeNoteOfDelivery(AcknowledgeDelivery acknowledge) : PageModel
{
    [FromRoute]
    public long Id { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await acknowledge.HandleAsync(HttpContext.Person(), Id, ct))
            return NotFound();
        TempData["Flash"] = "The alarm is acknowledged in your name.";
        return RedirectToPage("/Watch/ViewDelivery", new { id = Id });
    }
}
