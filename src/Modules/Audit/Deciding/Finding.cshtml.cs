using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Keeping;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Audit.Deciding;

/// <summary>Where somebody decides about something that was found wrong with the ledger.</summary>
[Authorize(Policy = AuditPermissions.Keep)]
internal sealed class FindingModel(DecideFinding decide, LedgerHealth health, ActFactory acts) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public string? What { get; private set; }

    public void OnGet(string kind) => What = Now(kind);

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken ct)
    {
        What = Now(kind);
        return this.After(await decide.HandleAsync(acts.By(HttpContext.Person(), DecideFinding.Kind), kind, Reason ?? "", ct));
    }

    private string? Now(string kind) => DecideFinding.Findings.Contains(kind) ? health.Troubles.GetValueOrDefault(kind) : null;
}
