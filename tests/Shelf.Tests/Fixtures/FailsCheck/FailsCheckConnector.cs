using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Answers its health check with nonsense.</summary>
public sealed class FailsCheckFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new FailsCheckConnector();
}

internal sealed class FailsCheckConnector : IConnector
{
    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<ChannelIdentity>>(new Outcome<ChannelIdentity>.Broken("The network answered nonsense."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
