using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

/// <summary>Looks after the channels of a test: lends what a connector needs, and keeps what it says.</summary>
internal sealed class Desk(string folder) : IChannelDesk
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public List<ChannelSettings> Trials { get; } = [];

    public ConnectorContext Lend(ConnectorManifest manifest, ChannelSettings channel, HttpClient http) => new()
    {
        ChannelId = channel.ChannelId,
        Settings = channel.Values,
        Secrets = new NoSecrets(),
        Http = http,
        Clock = TimeProvider.System,
        StateFolder = Path.Combine(folder, "state", channel.ChannelId),
        Log = (_, line) => Lines.Enqueue($"{channel.ChannelId}: {line}"),
        Report = _ => { },
    };

    public Task<IReadOnlyList<ChannelSettings>> TrialsAsync(string pluginId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ChannelSettings>>(Trials);

    public async Task<string?> FindFaultAsync(ConnectorManifest manifest, ChannelSettings channel, IConnector trial, CancellationToken ct) =>
        Trial.FaultIn(await trial.CheckAsync(ct));

    private sealed class NoSecrets : ISecrets
    {
        public ValueTask<string?> FindAsync(string name, CancellationToken ct) => ValueTask.FromResult<string?>(null);

        public ValueTask SaveAsync(string name, string? value, CancellationToken ct) => ValueTask.CompletedTask;
    }
}
