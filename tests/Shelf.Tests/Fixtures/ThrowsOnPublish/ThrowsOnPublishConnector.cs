using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Fixtures;

/// <summary>Fails at a moment when the network may have the post already.</summary>
public sealed class ThrowsOnPublishFactory : IConnectorFactory
{
    public IConnector Create(ConnectorContext context) => new ThrowsOnPublishConnector();
}

internal sealed class ThrowsOnPublishConnector : IConnector, IPublish
{
    public Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<ChannelIdentity>>(new Outcome<ChannelIdentity>.Success(new("did:test:1", "1.0.0", "Test")));

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) =>
        Task.FromResult<Outcome<PublishLimits>>(new Outcome<PublishLimits>.Success(new(300, 1000, 4, 1_000_000, ["image/jpeg"], null, false)));

    public int CountLength(string text) => text.Length;

    public async Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        await Task.Yield();
        throw new IOException("a secret that nobody may read");
    }

    public Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct) =>
        Task.FromResult<Outcome<Sighting>>(new Outcome<Sighting>.Success(new(null)));

    public Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct) =>
        Task.FromResult<Outcome<Deleted>>(new Outcome<Deleted>.Refused("There is nothing to delete."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
