using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Incidents.Recording;

/// <summary>The form that records an incident: one page, in the order in which it is told.</summary>
[Authorize(Policy = IncidentsPermissions.Record)]
internal sealed class NewIncidentModel(RecordIncident record, IValidator<RecordCommand> rules, IConversations conversations, IGradeSuggestions suggestions, ServiceProfile profile, Ids ids)
    : PageModel
{
    private const int LongestTaken = 1_000;

    [BindProperty(SupportsGet = true)]
    public long? Conversation { get; set; }

    [BindProperty]
    public long IncidentId { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? Location { get; set; }

    [BindProperty]
    public Area Area { get; set; } = Area.Urban;

    [BindProperty]
    public string[] Qualifiers { get; set; } = [];

    [BindProperty]
    public bool ThirdParty { get; set; }

    [BindProperty]
    public RecordingAnswer Recording { get; set; } = RecordingAnswer.Undecided;

    [BindProperty]
    public string? Rationale { get; set; }

    public ServiceProfile Profile => profile;

    public ConversationFacts? From { get; private set; }

    /// <summary>What triage suggests, as far as nobody has decided yet.</summary>
    public GradeSuggestion? Suggested { get; private set; }

    /// <summary>What is suggested and why, in a sentence; null where nothing is.</summary>
    public string? Suggests => Suggested is { } s && profile.GradeOf(s.Grade) is { } grade
        ? string.Create(CultureInfo.CurrentCulture, $"Triage suggests {grade.Code} {grade.Name} ({s.Sure:P0} sure): {string.Join(", ", s.Reasons.Take(5))}. You decide.")
        : null;

    public IReadOnlyList<SaidMessage> Said { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? message, CancellationToken ct)
    {
        IncidentId = ids.New();
        if (!await TakeFromAsync(ct))
            return NotFound();
        var taken = Said.FirstOrDefault(m => m.Id == message) ?? Said.LastOrDefault(m => !m.FromUs);
        Grade = Suggested?.Grade;
        Summary = taken?.Text.Length > LongestTaken ? taken.Text[..LongestTaken] : taken?.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new RecordCommand(
            IncidentId, Conversation, Summary ?? "", Location ?? "", Area, Category ?? "", Qualifiers, Grade ?? "", ThirdParty, Recording, Rationale);
        foreach (var error in (await rules.ValidateAsync(command, ct)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (ModelState.ErrorCount > 0)
            return await TakeFromAsync(ct) ? Page() : NotFound();
        switch (await record.HandleAsync(HttpContext.Person(), command, ct))
        {
            case RecordOutcome.Recorded { Incident: var incident }:
                TempData["Flash"] = $"{ProfileWords.Capital(profile.Words.Incident)} {incident.Number} is recorded.";
                return Redirect($"/incidents/{incident.Id}");
            case RecordOutcome.NotAllowed:
                return Forbid();
            default:
                return NotFound();
        }
    }

    /// <summary>Reads the conversation that it is taken from, which is recorded as a view of it; false where there is none that the person may see.</summary>
    private async Task<bool> TakeFromAsync(CancellationToken ct)
    {
        if (Conversation is not { } id)
            return true;
        From = (await conversations.FindAsync(HttpContext.Person(), [id], ct)).SingleOrDefault();
        if (From is not null)
        {
            Said = await conversations.MessagesAsync(HttpContext.Person(), [id], ct);
            Suggested = await suggestions.OfConversationAsync(HttpContext.Person(), id, ct);
        }

        return From is not null;
    }
}
