using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Rehearsal;

/// <summary>Makes the channels of the training network.</summary>
public sealed class RehearsalFactory : IConnectorFactory
{
    /// <inheritdoc/>
    public IConnector Create(ConnectorContext context) => new RehearsalConnector(context);
}
