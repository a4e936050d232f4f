using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Pages.Choosing;

/// <summary>Chooses light or dark for a device. The menu posts here; without script it is also a page.</summary>
[AllowAnonymous, InWelsh]
internal sealed class ColoursModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnPost(string? choice)
    {
        if (choice is null || !Colours.All.Contains(choice, StringComparer.Ordinal))
            return BadRequest();
        Colours.Keep(HttpContext, choice);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/colours");
    }
}
