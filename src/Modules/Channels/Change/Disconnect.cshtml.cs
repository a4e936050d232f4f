using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>Asks once more before a channel is ended, and says what stays.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class Disconnect(ChannelBook book, DisconnectChannel disconnect) : ChannelPage(book, ChannelPermissions.Manage)
{
    public Problems Problems { get; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await disconnect.RunAsync(Person, Channel, Reason, ct))
        {
            case StateOutcome.Done:
                return BackWith($"{Channel.Name} is disconnected and its secrets are erased. Its history stays.");
            case StateOutcome.NotNow:
                return BackWith($"{Channel.Name} is disconnected already.");
            case StateOutcome.NeedsAReason:
                Problems.Add("Reason", "Enter why");
                return Page();
            case StateOutcome.NotAllowed:
            default:
                return Forbid();
        }
    }
}
