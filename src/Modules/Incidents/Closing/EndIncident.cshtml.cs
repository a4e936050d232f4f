using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Closing;

/// <summary>The form that closes an incident, or opens a closed one again.</summary>
[Authorize(Policy = IncidentsPermissions.Grade)]
internal sealed class EndIncidentModel(
    ReadIncident read, ServiceProfile profile, CloseIncident close, ReopenIncident reopen, IValidator<CloseCommand> rules) : IncidentForm(read, profile)
{
    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Incident.State == IncidentState.Closed)
            return await AnswerAsync(await reopen.HandleAsync(Person, Incident.Id, Reason, ct), "It is open again.", ct, nameof(Reason));
        var command = new CloseCommand(Incident.Id, Category, Reason);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await close.HandleAsync(Person, command, ct), "It is closed.", ct)
            : Page();
    }
}
