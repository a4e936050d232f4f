using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Sessions;

/// <summary>Signs a person out. Also for somebody whose session has ended meanwhile: the button must not ask them to sign in.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(EndSession end) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (HttpContext.PersonOrNone() is { } person)
            await end.SignOutAsync(person, ct);
        SessionCookie.Delete(HttpContext);
        TempData["Flash"] = "You have signed out.";
        return RedirectToPage("/SigningIn/SignIn");
    }
}
