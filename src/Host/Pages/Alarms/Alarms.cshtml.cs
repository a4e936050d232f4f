using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Host.Serving.Frame;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Pages.Alarms;

/// <summary>All current alarms on one page, for those who come to them by the count in the bar.</summary>
[Authorize, InWelsh]
internal sealed class AlarmsModel(Frames frames) : PageModel
{
    public IReadOnlyList<RaisedAlarm> Current { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Current = await frames.AlarmsAsync(HttpContext.Person(), ct);
}
