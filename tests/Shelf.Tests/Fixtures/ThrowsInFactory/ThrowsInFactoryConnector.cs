using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Cannot even be made itself.</summary>
public sealed class ThrowsInFactoryFactory : IConnectorFactory
{
    public ThrowsInFactoryFactory() => throw new InvalidOperationException("a secret that nobody may read");

    public IConnector Create(ConnectorContext context) => throw new InvalidOperationException("Never reached.");
}
