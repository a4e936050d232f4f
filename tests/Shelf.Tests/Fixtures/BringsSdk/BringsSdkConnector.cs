using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Brings a copy of what it shares with the service.</summary>
public sealed class BringsSdkFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new BringsSdkConnector();
}

internal sealed class BringsSdkConnector : IConnector
{
    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<ChannelIdentity>>(new Outcome<ChannelIdentity>.Success(new("did:test:1", "1.0.0", "Test")));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
