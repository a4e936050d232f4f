using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Audit.Keeping;

/// <summary>Where somebody answers for an older copy of the database.</summary>
[Authorize(Policy = AuditPermissions.Keep)]
internal sealed class RestoreModel(AcceptRestore accept, ActFactory acts) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Contradiction> Contradictions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Contradictions = await accept.ContradictionsAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await accept.HandleAsync(acts.By(HttpContext.Person(), AcceptRestore.Kind), Reason ?? "", ct);
        Contradictions = await accept.ContradictionsAsync(ct);
        return this.After(answer);
    }
}
