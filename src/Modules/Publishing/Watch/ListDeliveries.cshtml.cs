using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PoliceSocial.Publishing.Watch;

/// <summary>What goes out, and what became of it.</summary>
[Authorize(Policy = PublishingPermissions.Read)]
internal sealed class ListDeliveries(ReadDeliveries deliveries, ChannelsInReach reach, IPublishingPause pauses) : PageModel
{
    [FromQuery(Name = "state")]
    public DeliveryState? State { get; set; }

    [FromQuery(Name = "channel")]
    public long? ChannelId { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyDictionary<long, ChannelSummary> Channels { get; private set; } = new Dictionary<long, ChannelSummary>();

    public DeliveryPage Deliveries { get; private set; } = null!;

    public PauseInForce? Pause { get; private set; }

    public bool MayPause => HttpContext.Person().Grants.Allows(PublishingPermissions.Pause);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Channels = await reach.OfAsync(HttpContext.Person(), PublishingPermissions.Read, ct);
        Deliveries = await deliveries.HandleAsync(HttpContext.Person(), new(State, ChannelId, Before), ct);
        Pause = await pauses.CurrentAsync(ct);
    }
}
