using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Audit.Proving;

/// <summary>One entry, what it seals, and its proof.</summary>
[Authorize(Policy = AuditPermissions.Read)]
internal sealed class EntryModel(ProveEntry prove) : PageModel
{
    public ProvenEntry Proven { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken ct) =>
        await prove.HandleAsync(HttpContext.Person(), number, ct) is { } proven ? Show(proven) : NotFound();

    /// <summary>The proof as a file.</summary>
    public async Task<IActionResult> OnGetProofAsync(long number, CancellationToken ct) =>
        await prove.HandleAsync(HttpContext.Person(), number, ct) is { } proven
            ? File(Encoding.UTF8.GetBytes(ProveEntry.ToJson(proven)), "application/json", FormattableString.Invariant($"entry-{number}-proof.json"))
            : NotFound();

    private PageResult Show(ProvenEntry proven)
    {
        Proven = proven;
        return Page();
    }
}
