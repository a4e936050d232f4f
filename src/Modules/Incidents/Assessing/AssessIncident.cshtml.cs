using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Assessing;

/// <summary>The form that assesses an incident; it begins with what was assessed before.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class AssessIncidentModel(ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, RecordAssessment record) : IncidentForm(read, profile)
{
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Rationale { get; set; }

    public AssessmentRow? Latest { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (Latest is not null)
            Answers = Assessing.Answers.Read(Latest.Answers).ToDictionary(a => a.Key, string? (a) => a.Value, StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new AssessmentCommand(Answers, Rationale);
        foreach (var (field, words) in command.Problems(Profile))
            ModelState.AddModelError(field == nameof(Rationale) ? field : $"Answers[{field}]", words);
        return ModelState.ErrorCount == 0
            ? await AnswerAsync(await record.HandleAsync(Person, Incident.Id, command, ct), $"The {Profile.Assessment.Name} is recorded.", ct)
            : await AgainAsync(ct);
    }

    protected override async Task ShowAsync(CancellationToken ct) =>
        Latest = await store.FindAsync(AssessmentStatements.LatestOfIncident, new { incidentId = Incident.Id, take = 1 }, ct);
}
