using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Tasking;

/// <summary>Where the alarm about an overdue task is acknowledged from any page.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class TakeNoteOfTaskModel(ReadIncident read, ServiceProfile profile, NoteAlarm note) : IncidentForm(read, profile)
{
    public async Task<IActionResult> OnPostAsync(long task, CancellationToken ct) =>
        await AnswerAsync(await note.OfTaskAsync(Person, Incident.Id, task, ct), "The alarm is acknowledged in your name.", ct, to: $"{Address}/tasks");
}
