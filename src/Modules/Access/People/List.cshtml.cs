using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Access.People;

/// <summary>The list of people.</summary>
[Authorize(Policy = AccessPermissions.ManagePeople)]
internal sealed class ListModel(Everybody everybody) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<ListedPerson> People { get; private set; } = [];

    public int Active => People.Count(p => p.Row.State == PersonState.Active);

    public async Task OnGetAsync(CancellationToken ct) => People = await everybody.FindAsync(Q, ct);
}
