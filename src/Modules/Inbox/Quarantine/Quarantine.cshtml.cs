using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>All that is kept aside.</summary>
[Authorize(Policy = InboxPermissions.Read)]
internal sealed class QuarantineModel(ReadQuarantine read, IChannels channels) : PageModel
{
    public IReadOnlyList<QuarantinedLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<long, ChannelSummary> Channels { get; private set; } = new Dictionary<long, ChannelSummary>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Lines = await read.ListAsync(HttpContext.Person(), ct);
        Channels = (await channels.AllAsync(ct)).ToDictionary(c => c.Id);
    }
}
