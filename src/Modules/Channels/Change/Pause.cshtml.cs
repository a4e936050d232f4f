using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Stops a channel for a while, with a reason.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class Pause(ChannelBook book, PauseChannel pause) : ChannelPage(book, ChannelPermissions.Manage)
{
    public Problems Problems { get; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await pause.RunAsync(Person, Channel, Reason, ct))
        {
            case StateOutcome.Done:
                return BackWith($"{Channel.Name} is paused. Nothing is collected or published until somebody resumes it.");
            case StateOutcome.NotNow:
                return BackWith($"{Channel.Name} is not in use at the moment, so there was nothing to pause.");
            case StateOutcome.NeedsAReason:
                Problems.Add("Reason", "Enter why");
                return Page();
            case StateOutcome.NotAllowed:
            default:
                return Forbid();
        }
    }
}
