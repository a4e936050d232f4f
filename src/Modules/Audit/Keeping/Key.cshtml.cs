using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Audit.Keeping;

/// <summary>Where the key that signs the ledger is changed.</summary>
[Authorize(Policy = AuditPermissions.Keep)]
internal sealed class KeyModel(RotateKey rotate, ActFactory acts) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await rotate.HandleAsync(acts.By(HttpContext.Person(), RotateKey.Kind), Reason ?? "", lost: false, ct);
        return this.After(answer);
    }
}
