using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.People;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.SigningIn;

/// <summary>The page behind a set-up link.</summary>
[AllowAnonymous, InWelsh]
internal sealed class SetUpModel(ChooseFirstPassword choose, IOptions<AccessOptions> options, IStringLocalizer<AccessWords> words) : PageModel
{
    public PersonRow? Person { get; private set; }

    public int Shortest => options.Value.MinimumPasswordLength;

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Person = await choose.WhoseAsync(token, ct);
        if (Person is null)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        await OnGetAsync(token, ct);
        if (Person is null)
            return Page();
        if (await choose.HandleAsync(token, Password ?? "", Visitor.Of(HttpContext), ct) is { } chosen)
        {
            foreach (var error in chosen.Errors)
                ModelState.AddModelError(nameof(Password), error.Description);
        }

        if (ModelState.ErrorCount > 0)
            return Page();
        TempData["Flash"] = words["SetUp.Saved"].Value;
        return RedirectToPage("/SigningIn/SignIn");
    }
}
