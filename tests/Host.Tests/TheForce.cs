[assembly: AssemblyFixture(typeof(PoliceSocial.Host.Tests.TheForce))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace PoliceSocial.Host.Tests;

/// <summary>One host for all tests that only look: hostile messages, all of them there at once. Started when the first test asks for it.</summary>
public sealed class TheForce : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private RunningHost? _host;

    public async Task<RunningHost> GetAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return _host ??= await RunningHost.StartAsync("hostile-input", speed: 1000, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _turn.Dispose();
    }
}
