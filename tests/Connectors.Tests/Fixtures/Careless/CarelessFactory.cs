using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Careless;

/// <summary>Makes connectors that keep every rule but one.</summary>
public sealed class CarelessFactory : IConnectorFactory
{
    /// <inheritdoc/>
    public IConnector Create(ConnectorContext context) => new CarelessConnector(context, context.Settings["sin"]);
}
