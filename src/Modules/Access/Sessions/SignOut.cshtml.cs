using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.Sessions;

/// <summary>Signs a person out. Also for somebody whose session has ended meanwhile: the button must not ask them to sign in.</summary>
[AllowAnonymous, InWelsh]
internal sealed class SignOutModel(EndSession end, IStringLocalizer<AccessWords> words) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (HttpContext.PersonOrNone() is { } person)
            await end.SignOutAsync(person, ct);
        SessionCookie.Delete(HttpContext);
        TempData["Flash"] = words["SignOut.Done"].Value;
        return RedirectToPage("/SigningIn/SignIn");
    }
}
