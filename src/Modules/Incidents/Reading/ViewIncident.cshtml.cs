using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Grading;

namespace PoliceSocial.Incidents.Reading;

/// <summary>The page of one incident: its story, and its facts.</summary>
[Authorize(Policy = IncidentsPermissions.Read)]
internal sealed class ViewIncidentModel(
    ReadIncident read, ServiceProfile profile, RecordDeployment deploy, TakeIncident take, TimeProvider clock) : IncidentForm(read, profile)
{
    private readonly ReadIncident _read = read;

    public IncidentView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await AgainAsync(ct);

    public async Task<IActionResult> OnPostDeployAsync(CancellationToken ct) =>
        await AnswerAsync(await deploy.HandleAsync(Person, Incident.Id, ct), $"Recorded: {Profile.Words.Deployed}.", ct);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct) =>
        await AnswerAsync(await take.HandleAsync(Person, Incident.Id, ct), "You answer for it now.", ct);

    protected override async Task ShowAsync(CancellationToken ct) =>
        View = await _read.HandleAsync(Person, Incident.Id, ct) ?? throw new InvalidOperationException($"Incident {Incident.Id} went while it was being read.");
}
