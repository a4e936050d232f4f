using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Roles;

/// <summary>The list of roles.</summary>
[Authorize(Policy = AccessPermissions.ManageRoles)]
internal sealed class ListModel(Store<AccessModule> store) : PageModel
{
    public IReadOnlyList<RoleRow> Roles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Roles = await store.QueryAsync(RoleStatements.All, new { retired = false }, ct);
}
