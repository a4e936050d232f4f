using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Publishing.Pausing;

/// <summary>Where the alarm about a channel that the service paused is acknowledged from any page.</summary>
[Authorize(Policy = PublishingPermissions.Read)]
internal sealed class TakeNoteOfPause(AcknowledgePause acknowledge) : PageModel
{
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await acknowledge.HandleAsync(HttpContext.Person(), id, ct))
            return NotFound();
        TempData["Flash"] = "The alarm is acknowledged in your name. The channel stays paused.";
        return RedirectToPage("/Pausing/PauseEverything");
    }
}
