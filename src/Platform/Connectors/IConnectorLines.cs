using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Platform.Connectors;

/// <summary>
/// Lends the connector of a channel for the length of one call, so that the host can swap the plugin under load. What each call
/// shows of the channel's health is noted in passing.
/// </summary>
public interface IConnectorLines
{
    /// <summary>
    /// Uses a channel's connector. A channel that is not connected is <see cref="Outcome{T}.Refused"/>, as is a connector without
    /// the capability; a plugin that throws is <see cref="Outcome{T}.Broken"/>.
    /// </summary>
    /// <typeparam name="TCapability">What it must be able to do: an interface of the SDK.</typeparam>
    /// <typeparam name="T">
    /// What comes of it; never a type of the plugin. A type of the SDK where the network is asked, so that the call waits when the network
    /// asked for peace and its outcome counts as a sign of health; anything else (a text's length) is taken to ask the plugin alone.
    /// </typeparam>
    Task<Outcome<T>> UseAsync<TCapability, T>(
        long channelId, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class;
}

/// <summary>The plugins of this host: what is loaded, and connectors made from it. The host implements it.</summary>
public interface IShelf
{
    /// <summary>Every plugin that is installed or was, with its state.</summary>
    IReadOnlyList<ShelfEntry> Entries { get; }

    /// <summary>The manifest of a plugin's version in use, or null where none is. Cheap: asked with every call.</summary>
    ConnectorManifest? FindActive(string connector);

    /// <summary>Ends the connector of a channel that was disconnected, or that never came to be.</summary>
    Task ReleaseAsync(string connector, long channelId);

    /// <summary>Uses the connector of a channel, made from the current version of a plugin.</summary>
    Task<Outcome<T>> UseAsync<TCapability, T>(
        string connector, ChannelWiring channel, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, CancellationToken ct)
        where TCapability : class;
}

/// <summary>A plugin on the shelf.</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="State">How it is, in an operator's word.</param>
/// <param name="Detail">A sentence where something is wrong, or null.</param>
public sealed record ShelfEntry(ConnectorManifest Manifest, string State, string? Detail);

/// <summary>All that a channel's connector is made from.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Revision">Changes when a setting or secret was changed by a person: the connector is then made anew.</param>
/// <param name="Settings">The settings that are not secret.</param>
/// <param name="Secrets">The secrets.</param>
/// <param name="StateFolder">The channel's own folder.</param>
/// <param name="Report">Takes signs of health.</param>
public sealed record ChannelWiring(
    long ChannelId, long Revision, IReadOnlyDictionary<string, string> Settings, ISecrets Secrets, string StateFolder,
    Action<ChannelSign> Report);
