namespace PoliceSocial.Contracts.Channels;

/// <summary>Connects an account without a person at a form: the rehearsal force's channel, an installation's script.</summary>
public interface IConnectChannel
{
    /// <summary>Signs in, and makes it a channel. Asked again with the same id it answers the channel that is there already.</summary>
    Task<ConnectChannelOutcome> ConnectAsync(ConnectChannelRequest request, CancellationToken ct);
}

/// <summary>What to connect.</summary>
/// <param name="ChannelId">The channel's id, chosen by the caller, positive; what makes a second call harmless.</param>
/// <param name="Connector">The id of the connector's plugin.</param>
/// <param name="Name">What the force calls it.</param>
/// <param name="Settings">The manifest's settings by name, the secret ones included.</param>
/// <param name="RepliesNeedApproval">Whether a second person approves each reply.</param>
/// <param name="PurposeNeeded">Whether opening a contact's history asks what for.</param>
/// <param name="TeamId">The team whose work its messages become, or null.</param>
public sealed record ConnectChannelRequest(
    long ChannelId, string Connector, string Name, IReadOnlyDictionary<string, string> Settings,
    bool RepliesNeedApproval = false, bool PurposeNeeded = true, long? TeamId = null);

/// <summary>What came of it.</summary>
public abstract record ConnectChannelOutcome
{
    private ConnectChannelOutcome()
    {
    }

    /// <summary>The channel is there.</summary>
    /// <param name="Channel">The channel.</param>
    /// <param name="Already">True where it was there before.</param>
    public sealed record Connected(ChannelSummary Channel, bool Already) : ConnectChannelOutcome;

    /// <summary>It is not; nothing was kept.</summary>
    /// <param name="Why">One sentence for whoever asked.</param>
    public sealed record NotConnected(string Why) : ConnectChannelOutcome;
}
