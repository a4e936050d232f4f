using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Access.OwnAccount;

/// <summary>Chooses the language: of this device, and of the person where somebody has signed in. The frame's switch posts here.</summary>
[AllowAnonymous, InWelsh]
internal sealed class LanguageModel(ChooseLanguage choose) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken ct)
    {
        if (Languages.Find(code) is not { } language)
            return BadRequest();
        if (HttpContext.PersonOrNone() is { } person)
            await choose.HandleAsync(person, Languages.Code(language), ct);
        Languages.Keep(HttpContext, language);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/language");
    }
}
