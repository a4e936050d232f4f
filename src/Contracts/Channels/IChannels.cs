namespace PoliceSocial.Contracts.Channels;

/// <summary>The accounts on social networks, for other modules to collect from and publish to.</summary>
public interface IChannels
{
    /// <summary>All channels, the disconnected ones included (their history stays), by name. Cheap: kept in memory.</summary>
    Task<IReadOnlyList<ChannelSummary>> AllAsync(CancellationToken ct);

    /// <summary>One channel, or null. Cheap: kept in memory.</summary>
    Task<ChannelSummary?> FindAsync(long id, CancellationToken ct);
}

/// <summary>A channel as other modules know it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Connector">The id of its connector's plugin.</param>
/// <param name="Network">The network's name.</param>
/// <param name="Handle">The account's handle, without a leading @.</param>
/// <param name="Name">What the force calls it.</param>
/// <param name="State">Whether it is in use.</param>
/// <param name="Rehearsal">True where all that comes from it is an exercise.</param>
/// <param name="RepliesNeedApproval">True where a second person approves each reply.</param>
/// <param name="PurposeNeeded">True where opening a contact's history asks what for.</param>
/// <param name="TeamId">The team whose work its messages become, or null.</param>
public sealed record ChannelSummary(
    long Id, string Connector, string Network, string Handle, string Name, ChannelState State, bool Rehearsal,
    bool RepliesNeedApproval, bool PurposeNeeded, long? TeamId);

/// <summary>Whether a channel is in use.</summary>
public enum ChannelState
{
    /// <summary>It collects and publishes.</summary>
    Connected = 1,

    /// <summary>Staff stopped it for a while; nothing is collected or published, nothing is forgotten.</summary>
    Paused = 2,

    /// <summary>The network no longer takes its credential; somebody must connect it again.</summary>
    NeedsReconnecting = 3,

    /// <summary>Staff ended it. Its history stays for ever.</summary>
    Disconnected = 4,
}
