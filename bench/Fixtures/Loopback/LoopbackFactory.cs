using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Loopback;

/// <summary>Makes the channels of a network that a benchmark runs beside the service.</summary>
public sealed class LoopbackFactory : IConnectorFactory
{
    /// <inheritdoc/>
    public IConnector Create(ConnectorContext context) => new LoopbackConnector(context);
}
