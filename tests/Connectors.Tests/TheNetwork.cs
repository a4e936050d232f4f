using PoliceSocial.Network;

[assembly: AssemblyFixture(typeof(PoliceSocial.Connectors.Tests.TheNetwork))]

namespace PoliceSocial.Connectors.Tests;

/// <summary>One AT Protocol network for all tests, started when the first of them asks for it.</summary>
public sealed class TheNetwork : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private AtNetwork? _network;

    /// <summary>The network with its service for direct messages; skips the test where it cannot run here.</summary>
    public async Task<AtNetwork> GetAsync(CancellationToken ct)
    {
        Assert.SkipWhen(AtEnvironment.Missing is not null, AtEnvironment.Missing ?? "");
        await _turn.WaitAsync(ct);
        try
        {
            if (_network is null)
            {
                _network = await AtNetwork.StartAsync(ct);
                await _network.StartChatAsync(ct);
            }
            return _network;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_network is not null)
            await _network.DisposeAsync();
        _turn.Dispose();
    }
}
