using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

/// <summary>A shelf in a folder of its own, with everything registered as the service registers it.</summary>
internal sealed class RunningShelf : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public RunningShelf(Func<ShelfOptions, ShelfOptions>? change = null, string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("shelf-").FullName;
        var options = new ShelfOptions
        {
            DataFolder = Folder,
            BundledFolder = Path.Combine(Folder, "bundled"),
            RequireSignature = false,
            LookEvery = TimeSpan.FromMilliseconds(20),
        };
        Options = change?.Invoke(options) ?? options;
        Desk = new Desk(Folder);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IChannelDesk>(Desk)
            .AddPluginShelf(Options)
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public ShelfOptions Options { get; }

    public Desk Desk { get; }

    public PluginShelf Shelf => Get<PluginShelf>();

    public ShelfCatalogue Catalogue => Get<ShelfCatalogue>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts a fixture on the shelf's disk under an id and version, as an installed plugin.</summary>
    public PluginVersion Stage(string fixture, string id = "good", string version = "1.0.0")
    {
        var to = Path.Combine(Options.ShelfFolder, id, version);
        Fixture.Copy(fixture, to, id, version);
        return new PluginVersion(id, version, to, Bundled: false);
    }

    public async Task<PluginVersion> PutAsync(string fixture, string id = "good", string version = "1.0.0")
    {
        var staged = Stage(fixture, id, version);
        Assert.IsType<SwapOutcome.Active>(await Shelf.PutAsync(staged, TestContext.Current.CancellationToken));
        return staged;
    }

    /// <summary>Lets the calls of a channel whose mood is <c>waits</c> end.</summary>
    public void Go(string channel = "channel")
    {
        var folder = Path.Combine(Folder, "state", channel);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "go"), "");
    }

    public PluginStatus Status(PluginVersion version) => Assert.Single(Shelf.Statuses, s => s.Version == version);

    public Task<Outcome<CollectedPage>> CollectAsync(ChannelSettings channel, string? after = null, double milliseconds = 0, CancellationToken? ct = null) =>
        Shelf.UseAsync<ICollect, CollectedPage>(
            "good", channel, (c, token) => c.CollectAsync(after, TimeSpan.FromMilliseconds(milliseconds), token), ct ?? TestContext.Current.CancellationToken);

    public async Task<string> AnsweringAsync(ChannelSettings? channel = null)
    {
        var outcome = await Shelf.UseAsync<IConnector, ChannelIdentity>(
            "good", channel ?? Channel(), (c, ct) => c.CheckAsync(ct), TestContext.Current.CancellationToken);
        return Assert.IsType<Outcome<ChannelIdentity>.Success>(outcome).Value.Handle;
    }

    public static ChannelSettings Channel(string id = "channel", string? mood = null, long revision = 1, string? server = null)
    {
        var values = new Dictionary<string, string>();
        if (mood is not null)
            values["mood"] = mood;
        if (server is not null)
            values["server"] = server;
        return new ChannelSettings(id, revision, values);
    }

    public async ValueTask DisposeAsync()
    {
        await Shelf.CloseAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
