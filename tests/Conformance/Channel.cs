using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

/// <summary>One channel as the host would keep it: its secrets, its folder, its log, and what it was told in passing.</summary>
internal sealed class Channel : IAsyncDisposable, ISecrets
{
    private readonly ConcurrentDictionary<string, string> _secrets;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-");
    private readonly ConnectorSubject _subject;
    private readonly ConnectorManifest _manifest;

    public Channel(ConnectorSubject subject, ConnectorManifest manifest)
    {
        (_subject, _manifest) = (subject, manifest);
        _secrets = new ConcurrentDictionary<string, string>(subject.Secrets);
        Network = new FaultyNetwork(subject.Network ?? new NoNetwork(), IsDeclared);
        Http = new HttpClient(Network, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(5) };
    }

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public FaultyNetwork Network { get; }

    public HttpClient Http { get; }

    public IEnumerable<string> Log => _log;

    /// <summary>Every secret that the channel has, the tokens that it was given since included.</summary>
    public IEnumerable<string> Secrets => _secrets.Values.Concat(_subject.Secrets.Values);

    public ConnectorContext Context() => new()
    {
        ChannelId = "1",
        Settings = _subject.Settings,
        Secrets = this,
        Http = Http,
        Clock = Clock,
        StateFolder = _folder.FullName,
        Log = (_, line) => _log.Enqueue(line),
        Report = sign => _log.Enqueue($"{sign}"),
    };

    public ValueTask<string?> FindAsync(string name, CancellationToken ct) => ValueTask.FromResult(_secrets.GetValueOrDefault(name));

    public ValueTask SaveAsync(string name, string? value, CancellationToken ct)
    {
        if (value is null)
            _secrets.TryRemove(name, out _);
        else
            _secrets[name] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private bool IsDeclared(string host) => _manifest.Hosts.Any(declared => declared switch
    {
        ['{', .. var setting, '}'] => _subject.Settings.TryGetValue(setting, out var value) && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Host == host,
        ['*', .. var rest] => host.EndsWith(rest, StringComparison.OrdinalIgnoreCase),
        _ => string.Equals(host, declared, StringComparison.OrdinalIgnoreCase),
    });

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "This connector makes no requests.");
    }
}
