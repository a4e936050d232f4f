using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Assessing;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Grading;

/// <summary>The form that grades an incident anew.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class ChangeGradeModel(
    ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, RegradeIncident regrade, IValidator<RegradeCommand> rules) : IncidentForm(read, profile)
{
    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public Area? Area { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool NeedsAssessment { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new RegradeCommand(Incident.Id, Grade ?? "", Area ?? Incident.Area, Reason);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await regrade.HandleAsync(Person, command, ct), "The grade is changed.", ct, nameof(Grade))
            : await AgainAsync(ct);
    }

    protected override async Task ShowAsync(CancellationToken ct)
    {
        var latest = await store.FindAsync(AssessmentStatements.LatestOfIncident, new { incidentId = Incident.Id, take = 1 }, ct);
        NeedsAssessment = Profile.GradeOf(Incident.GradeCode)?.AssessBeforeLowering == true && !(latest?.At >= Incident.GradedAt);
    }
}
