using System.Runtime.CompilerServices;
using McMaster.NETCore.Plugins;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// One version of a plugin in memory: its factory, the connectors made from it, and who uses them. Once it is closed it lets go of
/// all of them, so that holding on to this object does not hold the plugin.
/// </summary>
#pragma warning disable CA1001 // _cutOff has no timer and no wait handle: nothing to dispose of, and calls left behind may look at it.
internal sealed class LoadedVersion(
    PluginVersion version, ConnectorManifest manifest, PluginLoader loader, IConnectorFactory factory, IChannelDesk desk,
    ShelfOptions options)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cutOff = new();
    private readonly Dictionary<string, LentConnector> _connectors = new(StringComparer.Ordinal);
    private readonly List<LentConnector> _retired = [];
    private PluginLoader? _loader = loader;
    private IConnectorFactory? _factory = factory;
    private bool _closing;
    private int _calls;

    public PluginVersion Version => version;

    public ConnectorManifest Manifest => manifest;

    /// <summary>Cancelled when the calls of this version have had their time.</summary>
    public CancellationToken CutOff => _cutOff.Token;

    /// <summary>Begins a call; null where this version takes none any more.</summary>
    public LentConnector? TryEnter(ChannelSettings channel)
    {
        lock (_gate)
        {
            if (_closing)
                return null;

            if (!_connectors.TryGetValue(channel.ChannelId, out var lent) || lent.Channel.Revision < channel.Revision)
                lent = Renew(channel, lent);
            lent.Calls++;
            _calls++;
            return lent;
        }
    }

    /// <summary>Ends a call, and with it the connectors that nobody uses any more.</summary>
    public async Task LeaveAsync(LentConnector lent)
    {
        lock (_gate)
            lent.Calls--;
        await CloseRetiredAsync();
        lock (_gate)
        {
            _calls--;
            if (_closing && _calls == 0)
                _idle.TrySetResult();
        }
    }

    /// <summary>Takes a connector out of use, for one that could not be made or whose channel is gone.</summary>
    public void Retire(string channelId)
    {
        lock (_gate)
        {
            if (_connectors.Remove(channelId, out var lent))
                _retired.Add(lent);
        }
    }

    public Task CloseRetiredAsync()
    {
        List<LentConnector> unused;
        lock (_gate)
        {
            unused = _retired.FindAll(r => r.Calls == 0);
            _retired.RemoveAll(r => r.Calls == 0);
        }

        return unused.Count == 0 ? Task.CompletedTask : Task.WhenAll(unused.Select(u => u.CloseAsync()));
    }

    /// <summary>Takes no more calls and waits for the ones under way, bounded; how many had to be cancelled.</summary>
    public async Task<int> DrainAsync()
    {
        lock (_gate)
        {
            _closing = true;
            if (_calls == 0)
                _idle.TrySetResult();
        }

        if (await Patience.WithinAsync(_idle.Task, options.DrainFor))
            return 0;

        int late;
        lock (_gate)
            late = _calls;
        await Patience.WithinAsync(_cutOff.CancelAsync(), options.CutOffFor);
        await Patience.WithinAsync(_idle.Task, options.CutOffFor);
        return late;
    }

    /// <summary>Ends every connector, lets go of the plugin and unloads it; what to watch for whether it is gone.</summary>
    public async Task<WeakReference> UnloadAsync()
    {
        List<LentConnector> all;
        lock (_gate)
            all = [.. _connectors.Values, .. _retired];
        await Task.WhenAll(all.Select(l => l.CloseAsync()));
        return LetGo();
    }

    private LentConnector Renew(ChannelSettings channel, LentConnector? old)
    {
        if (old is not null)
            _retired.Add(old);
        return _connectors[channel.ChannelId] = new LentConnector(channel, Make);
    }

    private (IConnector Connector, HttpClient Http) Make(ChannelSettings channel)
    {
        var from = _factory ?? throw new ObjectDisposedException(version.ToString());
        var http = GuardedHttp.Create(new HostRules(manifest.Hosts, channel.Values), options);
        try
        {
            return (from.Create(desk.Lend(manifest, channel, http)), http);
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    // On its own, so that no frame of an asynchronous method keeps the plugin while its disappearance is awaited.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LetGo()
    {
        var trace = PluginTrace.Of(_factory!);
        lock (_gate)
        {
            _connectors.Clear();
            _retired.Clear();
        }

        _loader!.Dispose();
        (_loader, _factory) = (null, null);
        return trace;
    }
}
