using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Asking;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.People;

/// <summary>The page to add a person.</summary>
[Authorize(Policy = AccessPermissions.ManagePeople)]
internal sealed class NewModel(AddPerson add, ActFactory acts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? SignInName { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var added = await add.HandleAsync(acts.By(HttpContext.Person(), AddPerson.Kind), new(SignInName ?? "", Name ?? ""), ct);
        ModelState.Add(added.Problems);
        if (added.Token is null)
            return Page();
        TempData[OneModel.LinkKey] = added.Token;
        return RedirectToPage("/People/One", new { id = added.PersonId });
    }
}
