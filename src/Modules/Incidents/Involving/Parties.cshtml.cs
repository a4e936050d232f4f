using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Joining;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Involving;

/// <summary>The page of the people, places and vehicles of an incident, and of their links.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class PartiesModel(
    ReadIncident read, ServiceProfile profile, Store<IncidentsModule> store, IConversations conversations, JoinedConversations joined, InvolveParty involve,
    IValidator<InvolveCommand> rules, RemoveParty remove, LinkParties link, UnlinkParties unlink) : IncidentForm(read, profile)
{
    [BindProperty]
    public PartyKind Kind { get; set; } = PartyKind.Person;

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Detail { get; set; }

    [BindProperty]
    public string[] Roles { get; set; } = [];

    [BindProperty]
    public string[] Markers { get; set; } = [];

    [BindProperty]
    public long? ContactId { get; set; }

    public IReadOnlyList<PartyRow> Parties { get; private set; } = [];

    public IReadOnlyList<PartyLinkRow> Links { get; private set; } = [];

    public IReadOnlyList<ConversationFacts> Contacts { get; private set; } = [];

    private string Here => $"{Address}/people";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AgainAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var command = new InvolveCommand(Incident.Id, Kind, Label, Detail, Roles, Markers, ContactId);
        return await IsValidAsync(rules, command, ct)
            ? await AnswerAsync(await involve.HandleAsync(Person, command, ct), "Added.", ct, to: Here)
            : await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(long partyId, string? reason, CancellationToken ct) =>
        await AnswerAsync(await remove.HandleAsync(Person, Incident.Id, partyId, reason, ct), "Taken off. That it was there stays on record.", ct, to: Here);

    public async Task<IActionResult> OnPostLinkAsync(long fromId, long toId, string? linkKind, CancellationToken ct) =>
        await AnswerAsync(await link.HandleAsync(Person, Incident.Id, fromId, toId, linkKind, ct), "They are linked.", ct, "FromId", Here);

    public async Task<IActionResult> OnPostUnlinkAsync(long linkId, CancellationToken ct) =>
        await AnswerAsync(await unlink.HandleAsync(Person, Incident.Id, linkId, ct), "The link is taken away.", ct, to: Here);

    protected override async Task ShowAsync(CancellationToken ct)
    {
        Parties = await store.QueryAsync(PartyRow.OfIncident, new { incidentId = Incident.Id }, ct);
        Links = await store.QueryAsync(PartyLinkRow.OfIncident, new { incidentId = Incident.Id }, ct);
        var parts = (await joined.OfAsync(Incident.Id, ct)).Where(j => j.SplitAt is null).Select(j => j.ConversationId).ToList();
        Contacts = [.. (await conversations.FindAsync(Person, parts, ct)).DistinctBy(c => c.ContactId)];
    }
}
