using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.Host.Pages.Home;

/// <summary>The start: leads each person to the first place that is theirs.</summary>
[Authorize]
internal sealed class HomeModel(ModuleList modules) : PageModel
{
    public IActionResult OnGet()
    {
        var person = HttpContext.Person();
        var first = modules.Modules.SelectMany(m => m.Navigation).Where(p => person.Grants.Allows(p.Permission)).MinBy(p => p.Order);
        return Redirect(first?.Address ?? "/account");
    }
}
