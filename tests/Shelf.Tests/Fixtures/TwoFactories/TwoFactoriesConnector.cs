using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>One factory of two.</summary>
public sealed class TwoFactoriesFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new TwoFactoriesConnector();
}

/// <summary>The other factory of two.</summary>
public sealed class SecondFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new TwoFactoriesConnector();
}

internal sealed class TwoFactoriesConnector : IConnector
{
    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<ChannelIdentity>>(new Outcome<ChannelIdentity>.Success(new("did:test:1", "1.0.0", "Test")));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
