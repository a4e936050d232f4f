using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Keeping;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Verifying;

/// <summary>How the ledger is, and the place to have all of it verified.</summary>
[Authorize(Policy = AuditPermissions.Read)]
internal sealed class VerifyModel(
    Store<AuditModule> store, VerifyLedger verify, VerificationProgress progress, CheckpointPlaces places, LedgerHealth health, IPeople people, ActFactory acts)
    : PageModel
{
    private const int Shown = 10;

    public long Entries { get; private set; }

    public CheckpointRow? Latest { get; private set; }

    public IReadOnlyList<VerificationRow> Runs { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public long Running => progress.Running;

    public long Done => progress.Done;

    public IEnumerable<string> Troubles => health.Troubles.Values;

    public IEnumerable<string> Places => places.All.Select(p => p.Path);

    public bool MayVerify => HttpContext.Person().Grants.Allows(AuditPermissions.Verify);

    public bool MayKeep => HttpContext.Person().Grants.Allows(AuditPermissions.Keep);

    public IReadOnlyList<RestorationRow> Restorations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Entries = await store.FindAsync(SequenceStatements.Next, null, ct);
        Restorations = await store.QueryAsync(RestorationRow.All, null, ct);
        Latest = await places.LatestAsync(ct);
        Runs = await store.QueryAsync(VerificationStatements.Latest, new { take = Shown }, ct);
        Names = await people.NamesAsync(Runs.Select(r => r.StartedBy), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayVerify)
            return Forbid();
        TempData["Flash"] = await verify.BeginAsync(acts.By(HttpContext.Person(), VerifyLedger.Kind), ct)
            ? "The ledger is being verified. You can leave this page."
            : "A verification is under way already.";
        return Redirect("/audit/verify");
    }
}
