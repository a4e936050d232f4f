using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Inbox.Reading;

namespace PoliceSocial.Inbox.Desk;

/// <summary>The frame's search: what it finds is shown at the desk.</summary>
[Authorize(Policy = InboxPermissions.Read)]
internal sealed class SearchModel : PageModel
{
    public IActionResult OnGet(string? q) => Redirect("/inbox" + new QueueFilter { Words = q }.ToQuery());
}
