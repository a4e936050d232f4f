using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Deciding;

/// <summary>The form that keeps a fact, an opinion, or advice that was given.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class NewNoteModel(ReadIncident read, ServiceProfile profile, WriteNote write, IValidator<NoteCommand> rules) : IncidentForm(read, profile)
{
    [BindProperty]
    public NoteKind Kind { get; set; } = NoteKind.Fact;

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new NoteCommand(Incident.Id, Kind, Text);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await write.HandleAsync(Person, command, ct), "The note is kept.", ct)
            : Page();
    }
}
