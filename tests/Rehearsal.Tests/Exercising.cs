using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Rehearsal.Tests;

/// <summary>A channel of the training network with a clock that stands still until it is moved.</summary>
internal sealed class Exercising : IAsyncDisposable
{
    public static readonly DateTimeOffset Evening = new(2026, 11, 21, 0, 45, 0, TimeSpan.Zero);
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "rehearsal-tests");
    private readonly Dictionary<string, string> _settings;

    public Exercising(string? scenario = null, string? shipped = null, string speed = "1", string loop = "as written", FakeTimeProvider? clock = null, string? start = null)
    {
        Folder = Path.Combine(Root, Path.GetRandomFileName());
        Directory.CreateDirectory(Path.Combine(Folder, "scenarios"));
        Clock = clock ?? new FakeTimeProvider(Evening);
        _settings = new Dictionary<string, string> { ["scenario"] = shipped ?? "staffordshire-night", ["speed"] = speed, ["loop"] = loop, ["start"] = start ?? "" };
        if (scenario is not null)
            Rewrite(scenario);
        Connector = Connect();
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public List<string> Logged { get; } = [];

    public IConnector Connector { get; private set; }

    public ICollect Collector => (ICollect)Connector;

    public IPublish Publisher => (IPublish)Connector;

    public string Journal => Path.Combine(Folder, "journal.jsonl");

    public void Rewrite(string scenario)
    {
        File.WriteAllText(Path.Combine(Folder, "scenarios", "own.yaml"), scenario);
        _settings["file"] = "own";
    }

    public void Set(string name, string value) => _settings[name] = value;

    public IConnector Connect() => new RehearsalFactory().Create(new ConnectorContext
    {
        ChannelId = "channel-1",
        Settings = _settings,
        Secrets = new NoSecrets(),
        Http = new HttpClient(new NoNetwork()),
        Clock = Clock,
        StateFolder = Folder,
        Log = (_, line) => Logged.Add(line),
        Report = _ => { },
    });

    /// <summary>The process is gone and started again.</summary>
    public async Task RestartAsync()
    {
        await Connector.DisposeAsync();
        Connector = Connect();
    }

    /// <summary>Everything that is there now, page by page.</summary>
    public async Task<(List<CollectedItem> Items, string? Next)> ReadAsync(string? after = null)
    {
        var items = new List<CollectedItem>();
        while (true)
        {
            var page = Succeeded(await Collector.CollectAsync(after, TimeSpan.Zero, TestContext.Current.CancellationToken));
            items.AddRange(page.Items);
            after = page.Next;
            if (!page.More)
                return (items, after);
        }
    }

    public Task<Outcome<Published>> SayAsync(string key, OutboundKind kind, string text, CollectedItem? to = null) =>
        Publisher.PublishAsync(Message(key, kind, text, to), TestContext.Current.CancellationToken);

    public Outbound Message(string key, OutboundKind kind, string text, CollectedItem? to = null) => new()
    {
        Key = key,
        Kind = kind,
        Text = text,
        InReplyTo = to?.NetworkId,
        ThreadId = to?.ThreadId,
        Recipient = kind is OutboundKind.PrivateMessage ? to?.Author.NetworkId : null,
        ReplyHandle = to?.ReplyHandle ?? "",
        IntendedAt = Clock.GetUtcNow(),
    };

    public static T Succeeded<T>(Outcome<T> outcome)
    {
        Assert.True(outcome is Outcome<T>.Success, outcome.ToString());
        return ((Outcome<T>.Success)outcome).Value;
    }

    public static string Refused<T>(Outcome<T> outcome)
    {
        Assert.True(outcome is Outcome<T>.Refused, outcome.ToString());
        return ((Outcome<T>.Refused)outcome).Why;
    }

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
