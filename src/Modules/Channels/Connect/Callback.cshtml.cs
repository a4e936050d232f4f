using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Channels.Connect;

/// <summary>Where the network's sign-in page sends the browser back to.</summary>
[Authorize(Policy = ChannelPermissions.Manage)]
internal sealed class Callback(ReturnFromSignIn returned, ReconnectChannel reconnect, ActFactory acts) : PageModel
{
    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string connector, CancellationToken ct)
    {
        var query = Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        switch (await returned.RunAsync(HttpContext.Person(), connector, query, ct))
        {
            case null:
                Why = "That sign-in ran out after ten minutes, was used already, or was begun by somebody else. Nothing was connected.";
                return Page();
            case TryOutcome.Accepted { Attempt: { ReconnectsId: { } id } attempt }:
                var outcome = await reconnect.RunAsync(acts.By(HttpContext.Person(), ReconnectChannel.Kind), attempt, ct);
                TempData["Flash"] = SignInAgain.WordsOf(outcome);
                return RedirectToPage("/Watch/ViewChannel", new { id });
            case TryOutcome.Accepted accepted:
                return RedirectToPage("/Connect/Confirm", new { connector, attempt = accepted.Attempt.Id });
            case { WhyNot: { } why }:
                Why = why;
                return Page();
            default:
                throw new InvalidOperationException("A sign-in is accepted or not.");
        }
    }
}
