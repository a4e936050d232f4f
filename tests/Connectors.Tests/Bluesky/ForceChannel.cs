using System.Collections.Concurrent;
using PoliceSocial.Bluesky;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>A channel of a force with a connector on it.</summary>
internal sealed class ForceChannel : ISecrets, IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, string> _secrets;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("force-");
    private readonly HttpClient _http;
    private readonly IReadOnlyDictionary<string, string> _settings;

    public ForceChannel(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> secrets, HttpMessageHandler? network = null, TimeProvider? clock = null)
    {
        Clock = clock ?? TimeProvider.System;
        _settings = settings;
        _secrets = new ConcurrentDictionary<string, string>(secrets);
        _http = new HttpClient(network ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        Connector = Make();
    }

    public TimeProvider Clock { get; }

    public BlueskyConnector Connector { get; private set; }

    public ConcurrentQueue<string> Log { get; } = new();

    public ConcurrentQueue<ChannelSign> Signs { get; } = new();

    public void Restart() => Connector = Make();

    public ValueTask<string?> FindAsync(string name, CancellationToken ct) => ValueTask.FromResult(_secrets.GetValueOrDefault(name));

    public ValueTask SaveAsync(string name, string? value, CancellationToken ct)
    {
        _secrets[name] = value ?? "";
        return ValueTask.CompletedTask;
    }

    /// <summary>Where the next call goes on; what the host would have stored.</summary>
    public string? Place { get; set; }

    /// <summary>Collects, as the host does, until enough has come.</summary>
    public async Task<IReadOnlyList<CollectedItem>> CollectAsync(Func<IReadOnlyList<CollectedItem>, bool> isEnough, CancellationToken ct)
    {
        var items = new List<CollectedItem>();
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var page = await CollectOnceAsync(ct);
            items.AddRange(page.Items);
            if (isEnough(items) && !page.More)
                return items;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, $"Only this came: {string.Join(" | ", items.Select(Describe))}");
            await Task.Delay(page.More ? 1 : 100, ct);
        }
    }

    public async Task<CollectedPage> CollectOnceAsync(CancellationToken ct)
    {
        var page = Succeeds(await Connector.CollectAsync(Place, TimeSpan.Zero, ct));
        Place = page.Next;
        return page;
    }

    public Outbound Intend(string key, string text) => new() { Key = key, Kind = OutboundKind.Post, Text = text, IntendedAt = Clock.GetUtcNow() };

    public static T Succeeds<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Success>(outcome).Value;

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Describe(CollectedItem item) => $"{item.Change} {item.Kind} {item.Text}";

    private BlueskyConnector Make() => (BlueskyConnector)new BlueskyConnectorFactory().Create(new ConnectorContext
    {
        ChannelId = "1",
        Settings = _settings,
        Secrets = this,
        Http = _http,
        Clock = Clock,
        StateFolder = _folder.FullName,
        Log = (severity, line) => Log.Enqueue($"{severity}: {line}"),
        Report = Signs.Enqueue,
    });
}
