using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

/// <summary>
/// The tests that every connector passes before a force uses it. Derive from this class in a test project, say with
/// <see cref="MakeSubjectAsync"/> which connector it is about, and run the project.
/// </summary>
public abstract partial class ConnectorConformance : IAsyncLifetime
{
    private ConnectorSubject _subject = null!;
    private LoadedPlugin _plugin = null!;
    private Channel _channel = null!;
    private IConnector _connector = null!;

    /// <summary>How long a test waits for what should happen before it says that it does not.</summary>
    protected virtual TimeSpan Deadline => TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes the subject of one test. May skip the test with <c>Assert.Skip</c> where the surroundings are missing.</summary>
    /// <param name="ct">Cancels.</param>
    protected abstract Task<ConnectorSubject> MakeSubjectAsync(CancellationToken ct);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _subject = await MakeSubjectAsync(Ct);
        _plugin = LoadedPlugin.Load(_subject.PluginFolder);
        _channel = new Channel(_subject, _plugin.Manifest);
        _subject.Begin(_channel.Context(), _channel.Clock.Advance);
        _connector = _plugin.Factory.Create(_channel.Context());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connector is not null)
            await _connector.DisposeAsync();
        if (_channel is not null)
            await _channel.DisposeAsync();
        _plugin?.Unload();
        if (_subject is not null)
            await _subject.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private ICollect Collects()
    {
        Assert.SkipUnless(_connector is ICollect, "This connector collects nothing.");
        return (ICollect)_connector;
    }

    private IPublish Publishes()
    {
        Assert.SkipUnless(_connector is IPublish, "This connector publishes nothing.");
        return (IPublish)_connector;
    }

    private FaultyNetwork Requests()
    {
        Assert.SkipWhen(_subject.Network is null, "This connector makes no requests.");
        return _channel.Network;
    }

    private async Task RestartAsync()
    {
        await _connector.DisposeAsync();
        _connector = _plugin.Factory.Create(_channel.Context());
    }

    private static T Succeeds<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Success>(outcome).Value;

    private static string Unique(string what) => $"{what} {Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6))}";

    /// <summary>Ends a call that waits for the network, by whichever clock the connector goes.</summary>
    private async Task<T> RunOutOfPatienceAsync<T>(Task<T> call)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!call.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, "The call waited for ever for an answer.");
            _channel.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(call, Task.Delay(20, Ct));
        }
        return await call;
    }
}
