namespace PoliceSocial.Connectors.Sdk;

/// <summary>
/// The one type that a plugin's assembly must have: public, with a constructor without parameters. The host makes one factory
/// for each loaded version of the plugin, and from it one connector for each channel.
/// </summary>
public interface IConnectorFactory
{
    /// <summary>Makes the connector of one channel. Does no input or output: that begins with the first call.</summary>
    /// <param name="context">All that the host lends the connector. It must not be kept beyond the connector's disposal.</param>
    IConnector Create(ConnectorContext context);
}

/// <summary>
/// One channel's line to its network. What else it can do, it says by also being an <see cref="ICollect"/>,
/// <see cref="IPublish"/> or <see cref="IAuthorize"/>: a connector that cannot publish does not pretend.
/// Calls may overlap; each must end within a second of its token being cancelled. Disposal ends every connection, timer and task.
/// </summary>
public interface IConnector : IAsyncDisposable
{
    /// <summary>
    /// Asks the network who this credential belongs to. Cheap, changes nothing; the host calls it when a channel is connected or
    /// tested, as the health check of a new plugin version, and as a heartbeat.
    /// </summary>
    Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct);
}

/// <summary>Who a channel is on its network, as the network says.</summary>
/// <param name="NetworkId">The network's lasting identifier of the account (a DID, a page id).</param>
/// <param name="Handle">The name people address it by, without a leading @.</param>
/// <param name="DisplayName">The name shown beside its posts; may equal the handle.</param>
/// <param name="CredentialExpires">When the credential stops working unless a person renews it; null where it does not expire or renews itself.</param>
public sealed record ChannelIdentity(string NetworkId, string Handle, string DisplayName, DateTimeOffset? CredentialExpires = null);

/// <summary>
/// Signing a channel in by the network's own page (OAuth) instead of a typed password. The host keeps what must survive the
/// round trip and hands it back.
/// </summary>
public interface IAuthorize
{
    /// <summary>Begins: says where to send the person's browser.</summary>
    /// <param name="callback">The host's address that the network must send the browser back to.</param>
    /// <param name="ct">Cancels.</param>
    Task<Outcome<AuthorizationStart>> StartAsync(Uri callback, CancellationToken ct);

    /// <summary>Ends: trades what the network sent back for credentials, which it puts into <see cref="ConnectorContext.Secrets"/>.</summary>
    /// <param name="query">The parameters of the callback's address.</param>
    /// <param name="kept">What <see cref="AuthorizationStart.Keep"/> held.</param>
    /// <param name="ct">Cancels.</param>
    Task<Outcome<ChannelIdentity>> CompleteAsync(IReadOnlyDictionary<string, string> query, string kept, CancellationToken ct);
}

/// <summary>Where to send the browser, and what to remember until it comes back.</summary>
/// <param name="Address">The network's sign-in page.</param>
/// <param name="State">The <c>state</c> that the callback will carry, by which the host finds the attempt again.</param>
/// <param name="Keep">A secret text (code verifier, key) for <see cref="IAuthorize.CompleteAsync"/>; the host encrypts it.</param>
public sealed record AuthorizationStart(Uri Address, string State, string Keep);
