using System.Collections.Concurrent;
using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;
using PoliceSocial.Platform.Connectors;

namespace PoliceSocial.Host.Serving.Plugins;

/// <summary>Gives the shelf what it lends to the connector of a channel, from what Channels last said of that channel.</summary>
internal sealed class ChannelDesk(TimeProvider clock, ILoggerFactory logs) : IChannelDesk
{
    private readonly ConcurrentDictionary<(string Plugin, string Channel), ChannelWiring> _wirings = new();

    public static ChannelSettings SettingsOf(ChannelWiring wiring) =>
        new(wiring.ChannelId.ToString(CultureInfo.InvariantCulture), wiring.Revision, wiring.Settings);

    /// <summary>Notes how a channel is wired now, before its connector is used.</summary>
    public ChannelSettings Note(string pluginId, ChannelWiring wiring)
    {
        var settings = SettingsOf(wiring);
        _wirings[(pluginId, settings.ChannelId)] = wiring;
        return settings;
    }

    /// <summary>A channel has no connector any more: nothing is lent to it, and no new version proves itself on it.</summary>
    public void Forget(string pluginId, long channelId) => _wirings.TryRemove((pluginId, channelId.ToString(CultureInfo.InvariantCulture)), out _);

    public ConnectorContext Lend(ConnectorManifest manifest, ChannelSettings channel, HttpClient http)
    {
        var wiring = _wirings[(manifest.Id, channel.ChannelId)];
        var log = logs.CreateLogger($"Connector.{manifest.Id}");
        return new()
        {
            ChannelId = channel.ChannelId,
            Settings = channel.Values,
            Secrets = wiring.Secrets,
            Http = http,
            Clock = clock,
            StateFolder = wiring.StateFolder,
            Log = (severity, line) => log.Log(LevelOf(severity), "Channel {Channel}: {Line}", channel.ChannelId, line),
            Report = wiring.Report,
        };
    }

    /// <summary>A new version proves itself on the channels that are in use; revision 0 is an attempt at connecting, not a channel.</summary>
    public Task<IReadOnlyList<ChannelSettings>> TrialsAsync(string pluginId, CancellationToken ct) => Task.FromResult<IReadOnlyList<ChannelSettings>>(
        [.. _wirings.Where(w => w.Key.Plugin == pluginId && w.Value.Revision > 0).Select(w => SettingsOf(w.Value)).Take(3)]);

    public async Task<string?> FindFaultAsync(ConnectorManifest manifest, ChannelSettings channel, IConnector trial, CancellationToken ct) =>
        Trial.FaultIn(await trial.CheckAsync(ct));

    private static LogLevel LevelOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Debug => LogLevel.Debug,
        LogSeverity.Information => LogLevel.Information,
        LogSeverity.Warning => LogLevel.Warning,
        LogSeverity.Error => LogLevel.Error,
    };
}
