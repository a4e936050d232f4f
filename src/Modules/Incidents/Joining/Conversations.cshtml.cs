using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Incidents.Fields;
using PoliceSocial.Incidents.Reading;

namespace PoliceSocial.Incidents.Joining;

/// <summary>The page that joins conversations to an incident and splits them from it.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class ConversationsModel(
    ReadIncident read, ServiceProfile profile, JoinedConversations joined, IConversations conversations, IFindConversations find, JoinConversation join,
    SplitConversation split)
    : IncidentForm(read, profile)
{
    private const int MostFound = 20;
    private const int LongestSearch = 300;

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

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>What the search found; null where nobody searched.</summary>
    public IReadOnlyList<FoundConversation>? Found { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => AgainAsync(ct);

    /// <summary>Joins one that was found; the search stays, for the next.</summary>
    public async Task<IActionResult> OnPostJoinFoundAsync(CancellationToken ct) =>
        await AnswerAsync(await join.HandleAsync(Person, Incident.Id, ConversationId, Why, ct), "The conversation is joined.", ct, to: $"{Address}/conversations");

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
        if (!string.IsNullOrWhiteSpace(Words) && Words.Length <= LongestSearch)
        {
            var joinedIds = Parts.Select(p => p.ConversationId).ToHashSet();
            Found = [.. (await find.FindAsync(Person, Words, MostFound, ct)).Where(f => !joinedIds.Contains(f.Id) && f.Rehearsal == Incident.Rehearsal)];
        }
    }

    /// <summary>The number at the end of an address, or the number itself.</summary>
    private static long? IdIn(string? typed)
    {
        var last = (typed ?? "").Split('?', '#')[0].TrimEnd('/').Split('/')[^1].Trim();
        return long.TryParse(last, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }
}
