using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Evidence.Signing;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>One export: how far it is, what it covers, and handing it over.</summary>
[Authorize(Policy = EvidencePermissions.Read)]
internal sealed class OneExport(ReadExports exports, ExportQueue queue, SigningCertificate certificate, IPeople people) : PageModel
{
    [FromRoute]
    public long Id { get; set; }

    public ExportView View { get; private set; } = null!;

    public string? Part => queue.PartOf(Id);

    public string AskedBy { get; private set; } = "";

    public string CertificateSaid { get; private set; } = "";

    public bool PurposeMissing { get; private set; }

    public bool MayExport => (View.Export.IncidentId is null || HttpContext.Person().May(EvidencePermissions.Export, View.Export.IncidentChannelId, View.Export.IncidentTeamId))
        && View.Conversations.All(c => HttpContext.Person().Grants.Allows(EvidencePermissions.Export, c.ChannelId, c.TeamId));

    public async Task<IActionResult> OnGetAsync(string? purpose, CancellationToken ct)
    {
        if (await exports.FindAsync(HttpContext.Person(), Id, EvidencePermissions.Read, ct) is not { } view)
            return NotFound();
        View = view;
        PurposeMissing = purpose == "missing";
        AskedBy = (await people.NamesAsync([view.Export.AskedBy], ct)).GetValueOrDefault(view.Export.AskedBy, "a former colleague");
        CertificateSaid = certificate.IsForces ? "With the force's certificate." : "With a certificate that the service made for itself: it shows that one key signed, not whose.";
        return Page();
    }
}
