using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Desk;

/// <summary>Where the alarm bar of every page sends an acknowledgement; leads to what it is about.</summary>
[Authorize(Policy = InboxPermissions.Acknowledge)]
internal sealed class AcknowledgeModel(AcknowledgeFlag acknowledge) : PageModel
{
    public IActionResult OnGet(long id) => Redirect($"/inbox/{id}");

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        switch (await acknowledge.HandleAsync(HttpContext.Person(), id, ct))
        {
            case ChangeResult.NotFound:
                return NotFound();
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Refused refused:
                TempData["Flash"] = refused.Why;
                break;
            default:
                TempData["Flash"] = "The alarm is acknowledged in your name.";
                break;
        }

        return Redirect($"/inbox/{id}");
    }
}
