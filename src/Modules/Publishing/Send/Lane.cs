using PoliceSocial.Publishing.Deleting;
using PoliceSocial.Publishing.ReadBack;

namespace PoliceSocial.Publishing.Send;

/// <summary>
/// What a channel does next: first find out what became of what was sent, then delete what must go, then send what waits.
/// </summary>
internal sealed class Lane(LookBack lookBack, DeleteNext deleteNext, SendNext sendNext)
{
    /// <summary>True where something was done and there may be more.</summary>
    public async Task<bool> StepAsync(long channelId, CancellationToken ct) =>
        await lookBack.StepAsync(channelId, ct) || await deleteNext.StepAsync(channelId, ct) || await sendNext.StepAsync(channelId, ct);
}
