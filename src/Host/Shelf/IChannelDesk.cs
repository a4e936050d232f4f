using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>What the shelf asks of whoever looks after the channels. Must keep nothing of a connector beyond the call.</summary>
internal interface IChannelDesk
{
    /// <summary>Puts together what a connector is lent: secrets, log, clock, state folder, and the client it gets here.</summary>
    ConnectorContext Lend(ConnectorManifest manifest, ChannelSettings channel, HttpClient http);

    /// <summary>The channels that a new version must prove itself on before it is used; none where none is connected yet.</summary>
    Task<IReadOnlyList<ChannelSettings>> TrialsAsync(string pluginId, CancellationToken ct);

    /// <summary>Says what speaks against the new version, or null. <see cref="Trial.FaultIn"/> is the usual rule.</summary>
    Task<string?> FindFaultAsync(ConnectorManifest manifest, ChannelSettings channel, IConnector trial, CancellationToken ct);
}
