using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Signing;

namespace PoliceSocial.Evidence.Exporting;

/// <summary>What was exported for whom, and the newest exhibits.</summary>
[Authorize(Policy = EvidencePermissions.Read)]
internal sealed class ListExports(ReadExports exports, ReadExhibits exhibits, SigningCertificate certificate, IPeople people) : PageModel
{
    private const int Most = 100;
    private IReadOnlyDictionary<long, string> _names = new Dictionary<long, string>();

    [FromQuery(Name = "recipient")]
    public string Recipient { get; set; } = "";

    public IReadOnlyList<ExportRow> Exports { get; private set; } = [];

    public IReadOnlyList<ExhibitRow> Exhibits { get; private set; } = [];

    public bool MayExport => HttpContext.Person().Grants.Allows(EvidencePermissions.Export);

    public bool IsSelfMade => !certificate.IsForces;

    public string NameOf(long personId) => _names.GetValueOrDefault(personId, "a former colleague");

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = HttpContext.Person();
        Exports = await exports.NewestAsync(person, Recipient?.Trim() ?? "", long.MaxValue, Most, ct);
        Exhibits = await exhibits.NewestAsync(person, Most, ct);
        _names = await people.NamesAsync(Exports.Select(e => e.AskedBy).Concat(Exhibits.Select(e => e.PersonId)), ct);
    }
}
