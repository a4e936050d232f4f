using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>A contact's history, after saying what for where policy asks for it.</summary>
[Authorize(Policy = InboxPermissions.Read)]
internal sealed class ContactModel(ReadContact read, IChannels channels) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public ContactHistory? History { get; private set; }

    public bool AsksPurpose { get; private set; }

    public IReadOnlyDictionary<long, ChannelSummary> Channels { get; private set; } = new Dictionary<long, ChannelSummary>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await channels.AllAsync(ct)).Any(c => c.PurposeNeeded))
        {
            AsksPurpose = true;
            return Page();
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Purpose) || Purpose.Length > 500)
        {
            AsksPurpose = true;
            ModelState.AddModelError(nameof(Purpose), "Enter what you need it for, in 500 characters or less");
            return Page();
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        History = await read.HandleAsync(HttpContext.Person(), Id, Purpose?.Trim(), ct);
        Channels = (await channels.AllAsync(ct)).ToDictionary(c => c.Id);
        return History is null ? NotFound() : Page();
    }
}
