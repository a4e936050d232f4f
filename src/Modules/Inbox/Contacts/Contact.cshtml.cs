using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>A contact's history, after saying what for, and by what authority where it is looked at again and again.</summary>
[Authorize(Policy = InboxPermissions.Read)]
internal sealed class ContactModel(ReadContact read, AskForHistory ask, IChannels channels) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Details { get; set; }

    [BindProperty]
    public LookBasis Basis { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public ContactHistory? History { get; private set; }

    /// <summary>What must be said first.</summary>
    public LookQuestions Questions { get; private set; } = null!;

    public IReadOnlyDictionary<long, ChannelSummary> Channels { get; private set; } = new Dictionary<long, ChannelSummary>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await AnswerAsync(await read.HandleAsync(HttpContext.Person(), Id, ct), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await ask.HandleAsync(HttpContext.Person(), Id, new(Purpose, Details, Basis, Reference, Because), ct), ct);

    private async Task<IActionResult> AnswerAsync(LookResult result, CancellationToken ct)
    {
        switch (result)
        {
            case LookResult.Shown shown:
                History = shown.History;
                Channels = (await channels.AllAsync(ct)).ToDictionary(c => c.Id);
                return Page();
            case LookResult.Asks asks:
                Questions = asks.Questions;
                foreach (var problem in asks.Problems)
                    ModelState.AddModelError(problem.PropertyName, problem.ErrorMessage);
                return Page();
            case LookResult.Granted:
                return Redirect(FormattableString.Invariant($"/inbox/contacts/{Id}"));
            default:
                return NotFound();
        }
    }
}
