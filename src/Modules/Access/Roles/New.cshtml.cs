using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Roles;

/// <summary>The page to add a role, from a template or from nothing.</summary>
[Authorize(Policy = AccessPermissions.ManageRoles)]
internal sealed class NewModel(RoleTemplates templates, RosterReader roster, AddRole add) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    public IReadOnlyList<RoleTemplate> Templates => templates.All;

    public RoleForm Form { get; private set; } = null!;

    public void OnGet()
    {
        var draft = templates.Find(Template) is { } template
            ? new RoleDraft($"{template.Name} (copy)", template.Purpose, template.SecondFactor, template.Permissions)
            : new RoleDraft("", "", false, []);
        Form = RoleForm.Of(draft, roster.Permissions);
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? purpose, bool secondFactor, string[] permissions, CancellationToken ct)
    {
        var draft = new RoleDraft(name ?? "", purpose ?? "", secondFactor, permissions);
        var (outcome, id) = await add.HandleAsync(HttpContext.Person(), draft, templates.Find(Template)?.Key, ct);
        if (outcome == GrantOutcome.Done)
            return RedirectToPage("/Roles/One", new { id });
        ModelState.AddModelError("Name", GrantWords.Of(outcome));
        Form = RoleForm.Of(draft, roster.Permissions);
        return Page();
    }
}
