using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Contacts.Overseeing;

/// <summary>Which members of the public were looked at again and again, without their names.</summary>
[Authorize(Policy = InboxPermissions.OverseeLooks)]
internal sealed class ListModel(ReadLooks read) : PageModel
{
    public LooksReport Report { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Report = await read.ListAsync(HttpContext.Person(), ct);
}
