namespace PoliceSocial.Contracts.Channels;

/// <summary>
/// Where a module that works with a channel says that it cannot, so that the channel raises the alarm. Asked for instead of an event:
/// a store that fails takes no event.
/// </summary>
public interface IChannelTroubles
{
    /// <summary>What comes from a channel cannot be stored. The alarm is raised once, and stands until the next call of <see cref="StoresAgainAsync"/>.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="why">What staff read: what is wrong, what is kept, what to do.</param>
    /// <param name="ct">Cancels.</param>
    Task CannotStoreAsync(long channelId, string why, CancellationToken ct);

    /// <summary>What comes from a channel is stored. Cheap where no alarm stands.</summary>
    Task StoresAgainAsync(long channelId, CancellationToken ct);
}
