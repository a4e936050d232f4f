using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>The form that logs a decision.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class NewDecisionModel(ReadIncident read, ServiceProfile profile, LogDecision log) : IncidentForm(read, profile)
{
    [BindProperty]
    public string? Decided { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Elements { get; set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new DecisionCommand(Decided, Elements);
        foreach (var (field, words) in command.Problems(Profile))
            ModelState.AddModelError(field == nameof(Decided) ? field : $"Elements[{field}]", words);
        return ModelState.ErrorCount == 0
            ? await AnswerAsync(await log.HandleAsync(Person, Incident.Id, command, ct), "The decision is logged.", ct)
            : Page();
    }
}
