using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>One channel's connector, made by the first call that needs it, and the number of calls that use it now.</summary>
internal sealed class LentConnector(ChannelSettings channel, Func<ChannelSettings, (IConnector Connector, HttpClient Http)> make)
{
    private static readonly TimeSpan DisposeFor = TimeSpan.FromSeconds(2);

    private readonly Lock _once = new();
    private IConnector? _connector;
    private HttpClient? _http;
    private bool _closed;

    public ChannelSettings Channel => channel;

    /// <summary>Guarded by the version that owns it.</summary>
    public int Calls { get; set; }

    public IConnector Open()
    {
        lock (_once)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_connector is null)
                (_connector, _http) = make(channel);
            return _connector;
        }
    }

    /// <summary>Ends the connector; what it did wrong in ending, by its type, or null.</summary>
    public async Task<string?> CloseAsync()
    {
        var (connector, http) = Take();
        try
        {
            // On the pool and bounded: a plugin that blocks here must not hold up those that come after it.
            if (connector is not null)
                await Task.Run(() => connector.DisposeAsync().AsTask()).WaitAsync(DisposeFor);
            return null;
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
        finally
        {
            http?.Dispose();
        }
    }

    private (IConnector? Connector, HttpClient? Http) Take()
    {
        // A creation that never ends holds the lock: then there is nothing to end.
        if (!_once.TryEnter(TimeSpan.Zero))
            return (null, null);

        try
        {
            _closed = true;
            var taken = (_connector, _http);
            (_connector, _http) = (null, null);
            return taken;
        }
        finally
        {
            _once.Exit();
        }
    }
}
