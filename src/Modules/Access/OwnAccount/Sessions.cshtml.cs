using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>The page of one's own sessions.</summary>
[Authorize]
internal sealed class SessionsModel(OpenSessions sessions, EndSession end) : PageModel
{
    public SessionList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = HttpContext.Person();
        List = new(await sessions.OfAsync(person.Id, ct), person.SessionId);
    }

    public async Task<IActionResult> OnPostEndSessionAsync(long sessionId, CancellationToken ct)
    {
        var person = HttpContext.Person();
        TempData["Flash"] = await end.RevokeAsync(person, person.Id, sessionId, ct) ? "The session has ended." : "That session had ended already.";
        return RedirectToPage();
    }
}
