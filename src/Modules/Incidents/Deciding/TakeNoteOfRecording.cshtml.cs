using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;
using PoliceSocial.Incidents.Tasking;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>Where the alarm about an overdue decision on recording is acknowledged from any page.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class TakeNoteOfRecordingModel(ReadIncident read, ServiceProfile profile, NoteAlarm note) : IncidentForm(read, profile)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await note.OfRecordingAsync(Person, Incident.Id, ct), "The alarm is acknowledged in your name.", ct, to: $"{Address}/recording");
}
