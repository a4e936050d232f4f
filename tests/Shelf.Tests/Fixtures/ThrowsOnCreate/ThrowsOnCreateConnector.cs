using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Cannot make a connector.</summary>
public sealed class ThrowsOnCreateFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => throw new InvalidOperationException("a secret that nobody may read");
}
