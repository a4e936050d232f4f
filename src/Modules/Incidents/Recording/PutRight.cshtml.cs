using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Recording;

/// <summary>The form that puts right what an incident says.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class PutRightModel(
    ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, CorrectIncident correct, IValidator<CorrectCommand> rules) : IncidentForm(read, profile)
{
    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Location { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string[] Qualifiers { get; set; } = [];

    [BindProperty]
    public bool ThirdParty { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Summary, Location, Category, ThirdParty) = (Incident.Summary, Incident.Location, Incident.OpeningCategory, Incident.ThirdParty);
        Qualifiers = [.. await store.QueryAsync(CorrectIncident.QualifiersOf, new { incidentId = Incident.Id }, ct)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new CorrectCommand(Incident.Id, Summary, Location, ThirdParty, Category ?? "", Qualifiers, Reason);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await correct.HandleAsync(Person, command, ct), "It is put right.", ct)
            : Page();
    }
}
