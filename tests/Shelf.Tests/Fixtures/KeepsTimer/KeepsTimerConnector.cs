using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Leaves a timer running, which keeps it in memory.</summary>
public sealed class KeepsTimerFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new KeepsTimerConnector();
}

internal sealed class KeepsTimerConnector : IConnector
{
#pragma warning disable RS0030 // What a plugin must not do is what is tested here.
    private static readonly System.Threading.Timer Forever = new(_ => Ticks++, null, 0, 10);
#pragma warning restore RS0030

    private static int Ticks { get; set; }

    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<ChannelIdentity>>(new Outcome<ChannelIdentity>.Success(new("did:test:1", $"{Forever is not null}", "Test")));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
