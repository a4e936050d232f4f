using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>Where an incident is pinned: by typing, which needs no script, or on the map.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class PinPageModel(
    ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, Boundaries boundaries, MapOptions map, PinPlace pin, IValidator<PinCommand> rules)
    : IncidentForm(read, profile)
{
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public int? AccuracyMetres { get; set; }

    [BindProperty]
    public PinSource Source { get; set; } = PinSource.Said;

    public MapOptions Map => map;

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public PinRow? Latest { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (Latest is { } latest)
            (Place, AccuracyMetres, Source) = (latest.At.ToString(), latest.AccuracyMetres, latest.Source);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new PinCommand(Incident.Id, Place, AccuracyMetres, Source);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await pin.HandleAsync(Person, command, ct), "It is pinned.", ct, nameof(Place))
            : await AgainAsync(ct);
    }

    protected override async Task ShowAsync(CancellationToken ct)
    {
        Problems = (await boundaries.ReadAsync(ct)).Problems;
        Latest = await store.FindAsync(PinRow.Latest, new { incidentId = Incident.Id, take = 1 }, ct);
    }
}
