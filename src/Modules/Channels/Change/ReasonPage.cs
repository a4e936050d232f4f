using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Change;

/// <summary>A page that asks why before a channel's state is changed.</summary>
internal abstract class ReasonPage(ChannelBook book) : ChannelPage(book, ChannelPermissions.Manage)
{
    public Problems Problems { get; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is so after it was done.</summary>
    protected abstract string Done { get; }

    /// <summary>Why there was nothing to do.</summary>
    protected abstract string NotNow { get; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await ActAsync(ct))
        {
            case StateOutcome.Done:
                return BackWith(Done);
            case StateOutcome.NotNow:
                return BackWith(NotNow);
            case StateOutcome.NeedsAReason:
                Problems.Add(nameof(Reason), "Enter why");
                return Page();
            case StateOutcome.NotAllowed:
            default:
                return Forbid();
        }
    }

    protected abstract Task<StateOutcome> ActAsync(CancellationToken ct);
}
