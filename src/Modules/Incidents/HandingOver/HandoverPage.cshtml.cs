using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>The page that hands an incident over, and shows what the others said.</summary>
[Authorize(Policy = IncidentsPermissions.HandOff)]
internal sealed class HandoverPage(
    ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, Destinations destinations, HandIncidentOver handOver,
    IValidator<HandOverCommand> rules, EnterAnswer enter) : IncidentForm(read, profile)
{
    [BindProperty]
    public string? Destination { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Destinations Destinations => destinations;

    public IReadOnlyList<HandoverRow> Handovers { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    private string Here => $"{Address}/hand-over";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AgainAsync(ct);

    public async Task<IActionResult> OnPostSendAsync(CancellationToken ct)
    {
        var command = new HandOverCommand(Incident.Id, Destination, Reason);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await handOver.HandleAsync(Person, command, ct), $"It is on its way to {destinations.NameOf(Destination!)}.", ct, nameof(Destination), Here)
            : await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAnswerAsync(long handoverId, bool? accepted, string? reference, string? said, CancellationToken ct) =>
        await AnswerAsync(await enter.HandleAsync(Person, handoverId, accepted, reference, said, ct), "Their answer is recorded in your name.", ct, to: Here);

    protected override async Task ShowAsync(CancellationToken ct)
    {
        Handovers = await store.QueryAsync(HandoverStatements.OfIncident, new { incidentId = Incident.Id }, ct);
        Choices = [.. destinations.For(Incident).Select(d => new Choice(d.Key, d.Name, d.Peer ? $"Another {Profile.Words.Peer}: it accepts or refuses" : null))];
    }
}
