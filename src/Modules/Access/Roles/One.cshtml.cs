using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>The page about one role.</summary>
[Authorize(Policy = AccessPermissions.ManageRoles)]
internal sealed class OneModel(Store<AccessModule> store, RosterReader roster, ChangeRole change, RetireRole retire) : PageModel
{
    public RoleRow Role { get; private set; } = null!;

    public RoleForm Form { get; private set; } = null!;

    public IReadOnlyList<string> Holders { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, ct) = (long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), HttpContext.RequestAborted);
        if (await store.FindAsync(RoleStatements.ById, new { id }, ct) is not { Retired: false } role)
        {
            context.Result = NotFound();
            return;
        }

        var now = await roster.NowAsync(ct);
        Role = role;
        Form = RoleForm.Of(
            new(role.Name, role.Purpose, role.SecondFactor, await store.QueryAsync(RoleStatements.PermissionsOf, new { roleId = id }, ct)), roster.Permissions);
        Holders = [.. (await store.QueryAsync(RoleStatements.AssignmentsOfRole, new { roleId = id }, ct)).Select(a => now.Of(a.PersonId)?.Row.Name).OfType<string>().Order()];
        await next();
    }

    public async Task<IActionResult> OnPostSaveAsync(
        long version, string? name, string? purpose, bool secondFactor, string[] permissions, CancellationToken ct)
    {
        var draft = new RoleDraft(name ?? "", purpose ?? "", secondFactor, permissions);
        var outcome = await change.HandleAsync(HttpContext.Person(), Role.Id, version, draft, ct);
        if (outcome == GrantOutcome.Done)
        {
            TempData["Flash"] = "The role is saved.";
            return RedirectToPage(new { id = Role.Id });
        }

        // Where somebody else changed it, the form shows what they made of it.
        if (outcome != GrantOutcome.ChangedMeanwhile)
            Form = RoleForm.Of(draft, roster.Permissions);
        return Problem(outcome);
    }

    public async Task<IActionResult> OnPostRetireAsync(long version, CancellationToken ct)
    {
        var outcome = await retire.HandleAsync(HttpContext.Person(), Role.Id, version, ct);
        if (outcome != GrantOutcome.Done)
            return Problem(outcome);
        TempData["Flash"] = "The role is retired; nobody holds it any more.";
        return RedirectToPage("/Roles/List");
    }

    private PageResult Problem(GrantOutcome outcome)
    {
        ModelState.AddModelError(outcome is GrantOutcome.NameMissing or GrantOutcome.NameTaken ? "Name" : "", GrantWords.Of(outcome));
        return Page();
    }
}
