using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Never answers its health check, whatever its token says.</summary>
public sealed class HangsFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new HangsConnector();
}

internal sealed class HangsConnector : IConnector
{
    public async Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
        return new Outcome<ChannelIdentity>.Broken("Never reached.");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
