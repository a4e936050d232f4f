using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>The page to change one's own password.</summary>
[Authorize, WhileUnfinished]
internal sealed class PasswordModel(ChangePassword change, IOptions<AccessOptions> options) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    public int Shortest => options.Value.MinimumPasswordLength;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var changed = await change.HandleAsync(HttpContext.Person(), Current ?? "", Wanted ?? "", ct);
        foreach (var error in changed.Errors)
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Current) : nameof(Wanted), error.Description);
        if (!changed.Succeeded)
            return Page();
        TempData["Flash"] = "Your password is changed. Your other sessions have ended.";
        return RedirectToPage("/OwnAccount/Account");
    }
}
