using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>Where an alarm is acknowledged from any page.</summary>
[Authorize(Policy = ChannelPermissions.Read)]
internal sealed class Acknowledge(ChannelBook book, AcknowledgeAlarm acknowledge) : PageModel
{
    public AlarmRow? Alarm { get; private set; }

    public Channel? Channel { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Channel?.CoveredBy(HttpContext.Person(), ChannelPermissions.Read) == false ? Forbid() : Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        switch (await acknowledge.RunAsync(HttpContext.Person(), id, ct))
        {
            case AcknowledgeOutcome.NotAllowed:
                return Forbid();
            case AcknowledgeOutcome.Acknowledged:
                TempData["Flash"] = $"You look after {Channel?.Name} now. The alarm stays listed until the channel is well.";
                break;
            case AcknowledgeOutcome.SomebodyElseHas:
                TempData["Flash"] = "A colleague looks after it already.";
                break;
            case AcknowledgeOutcome.Over:
                TempData["Flash"] = "That alarm is over.";
                break;
        }

        return Channel is null ? RedirectToPage("/Watch/ListChannels") : RedirectToPage("/Watch/ViewChannel", new { id = Channel.Id });
    }

    private async Task LoadAsync(long id, CancellationToken ct)
    {
        var page = await book.OpenAsync(ct);
        Alarm = page.Alarms.FirstOrDefault(a => a.Id == id);
        Channel = Alarm is null ? null : page.Find(Alarm.ChannelId);
    }
}
