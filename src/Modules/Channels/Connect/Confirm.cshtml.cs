using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Model;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Channels.Connect;

/// <summary>The network said whose account it is: names it and makes it a channel.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class Confirm(Attempts attempts, ConnectChannel connect, IShelf shelf, IPeople people, ActFactory acts) : PageModel
{
    public AttemptRow? Attempt { get; private set; }

    public ConnectorManifest? Manifest { get; private set; }

    public DetailsForm Form { get; private set; } = null!;

    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long attempt, CancellationToken ct)
    {
        if (!await FindAsync(attempt, ct))
            return RanOut();
        Input.PurposeNeeded = true;
        Input.Name = Attempt!.DisplayName is { Length: > 0 and <= 200 } name ? name : Attempt.Handle;
        return await ShowAsync(new(), ct);
    }

    public async Task<IActionResult> OnPostAsync(long attempt, CancellationToken ct)
    {
        if (!HttpContext.Person().Grants.Where(ChannelPermissions.Manage).Everywhere)
            return Forbid();
        if (!await FindAsync(attempt, ct))
            return RanOut();
        var problems = EditDetails.ProblemsOf(Input, ModelState);
        if (problems.Any)
            return await ShowAsync(problems, ct);

        switch (await connect.RunAsync(acts.By(HttpContext.Person(), ConnectChannel.Kind), Attempt!, Input.ToDetails(), ct))
        {
            case ConnectOutcome.Connected connected:
                TempData["Flash"] = $"{connected.Channel.Name} is connected. What people write to it from now on appears in the inbox.";
                return RedirectToPage("/Watch/ViewChannel", new { id = connected.Channel.Id });
            case ConnectOutcome.AlreadyAChannel already:
                TempData["Failed"] = "A colleague connected this account a moment ago. Nothing was connected twice.";
                return RedirectToPage("/Watch/ViewChannel", new { id = already.ChannelId });
            default:
                return RanOut();
        }
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        Attempt = await attempts.FindAsync(id, HttpContext.Person(), ct);
        Manifest = Attempt is null ? null : shelf.FindActive(Attempt.Connector);
        return Attempt is { AccountId: not null, ReconnectsId: null } && Manifest is not null;
    }

    private RedirectToPageResult RanOut()
    {
        TempData["Flash"] = "That sign-in ran out after ten minutes, or was used already. Nothing was connected. Start again.";
        return RedirectToPage("/Connect/ChooseConnector");
    }

    private async Task<IActionResult> ShowAsync(Problems problems, CancellationToken ct)
    {
        Form = new(Input.ToDetails(), problems, await people.TeamsAsync(ct));
        return Page();
    }
}
