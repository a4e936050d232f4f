using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Joining;

/// <summary>The page that joins conversations to an incident and splits them from it.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class ConversationsModel(
    ReadIncident read, ServiceProfile profile, JoinedConversations joined, IConversations conversations, JoinConversation join, SplitConversation split)
    : IncidentForm(read, profile)
{
    [BindProperty(Name = "Address")]
    public string? Typed { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public long ConversationId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<JoinedRow> Parts { get; private set; } = [];

    public IReadOnlyDictionary<long, ConversationFacts> Facts { get; private set; } = new Dictionary<long, ConversationFacts>();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AgainAsync(ct);

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct)
    {
        if (IdIn(Typed) is { } id)
            return await AnswerAsync(await join.HandleAsync(Person, Incident.Id, id, Why, ct), "The conversation is joined.", ct, "Address");
        ModelState.AddModelError("Address", "Enter the address of a conversation, such as /inbox/123");
        return await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken ct) =>
        await AnswerAsync(await split.HandleAsync(Person, Incident.Id, ConversationId, Reason, ct), "The conversation is split off. That it was part of this stays on record.", ct);

    protected override async Task ShowAsync(CancellationToken ct)
    {
        Parts = [.. (await joined.OfAsync(Incident.Id, ct)).Where(j => j.SplitAt is null)];
        Facts = (await conversations.FindAsync(Person, [.. Parts.Select(p => p.ConversationId)], ct)).ToDictionary(c => c.Id);
    }

    /// <summary>The number at the end of an address, or the number itself.</summary>
    private static long? IdIn(string? typed)
    {
        var last = (typed ?? "").Split('?', '#')[0].TrimEnd('/').Split('/')[^1].Trim();
        return long.TryParse(last, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }
}
