using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Alarms;

/// <summary>Where an alarm of the ledger is acknowledged from any page.</summary>
[Authorize(Policy = AuditPermissions.Read)]
internal sealed class AcknowledgeModel(Store<AuditModule> store, AcknowledgeLedgerAlarm acknowledge, ActFactory acts) : PageModel
{
    public AlarmRow? Alarm { get; private set; }

    public async Task OnGetAsync(long id, CancellationToken ct) =>
        Alarm = (await store.QueryAsync(AlarmStatements.Open, null, ct)).FirstOrDefault(a => a.Id == id);

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        TempData["Flash"] = await acknowledge.HandleAsync(acts.By(HttpContext.Person(), AcknowledgeLedgerAlarm.Kind), id, ct)
            ? "You acknowledged the alarm. What is wrong stays listed here until it is put right."
            : "A colleague acknowledged that alarm already.";
        return Redirect("/audit/verify");
    }
}
