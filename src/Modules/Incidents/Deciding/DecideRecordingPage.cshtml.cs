using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>The form that decides whether a crime is recorded.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class DecideRecordingPage(ReadIncident read, ServiceProfile profile, DecideRecording decide, IValidator<RecordingCommand> rules) : IncidentForm(read, profile)
{
    [BindProperty]
    public bool? Recorded { get; set; }

    [BindProperty]
    public string? Rationale { get; set; }

    public IActionResult OnGet() => Profile.Recording is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Profile.Recording is null)
            return NotFound();
        var command = new RecordingCommand(Incident.Id, Recorded, Rationale);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await decide.HandleAsync(Person, command, ct), "The decision is recorded.", ct)
            : Page();
    }
}
