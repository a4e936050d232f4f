using System.Runtime.CompilerServices;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

public abstract partial class ConnectorConformance
{
    /// <summary>The manifest is one that the host accepts.</summary>
    [Fact]
    public void Manifest_IsInOrder()
    {
        var manifest = _plugin.Manifest;
        Assert.Matches("^[a-z0-9-]{1,40}$", manifest.Id);
        Assert.Matches(@"^\d+\.\d+\.\d+$", manifest.Version);
        Assert.Equal(ConnectorManifest.SdkVersion.Split('.')[0], manifest.Sdk.Split('.')[0]);
        Assert.Equal(manifest.Settings.Count, manifest.Settings.Select(setting => setting.Name).Distinct().Count());
        var addresses = manifest.Settings.Where(setting => setting.Kind == SettingKind.Address).Select(setting => $"{{{setting.Name}}}");
        Assert.All(manifest.Hosts.Where(host => host.StartsWith('{')), host => Assert.Contains(host, addresses));
        Assert.All(manifest.Settings.Where(setting => setting.Required && setting.Kind != SettingKind.Secret),
            setting => Assert.Contains(setting.Name, _subject.Settings.Keys));
    }

    /// <summary>The SDK is the host's: a copy of it beside the plugin would make a second, different SDK.</summary>
    [Fact]
    public void Folder_HoldsNoCopyOfTheSdk() =>
        Assert.False(File.Exists(Path.Combine(_subject.PluginFolder, Path.GetFileName(typeof(IConnector).Assembly.Location))));

    /// <summary>The check says who the channel is, and says it again.</summary>
    [Fact]
    public async Task Check_SaysWhoTheChannelIs()
    {
        var first = Succeeds(await _connector.CheckAsync(Ct));
        var second = Succeeds(await _connector.CheckAsync(Ct));
        Assert.NotEqual("", first.NetworkId);
        Assert.NotEqual("", first.Handle);
        Assert.Equal(first.NetworkId, second.NetworkId);
    }

    /// <summary>A version that was replaced leaves memory.</summary>
    [Fact]
    public async Task Plugin_Unloads()
    {
        await WriteAsync(1);
        var left = await UseAndLeaveAsync();
        var started = TimeProvider.System.GetTimestamp();
        while (left.IsAlive)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, "Something keeps the plugin in memory.");
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20, Ct);
        }
    }

    private IConnector Create(LoadedPlugin plugin, Channel channel)
    {
        _subject.Begin(channel.Context(), channel.Clock.Advance);
        return plugin.Factory.Create(channel.Context());
    }

    // Not inlined: a local of the test itself would keep what it tests in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> UseAndLeaveAsync()
    {
        var plugin = LoadedPlugin.Load(_subject.PluginFolder);
        await using (var channel = new Channel(_subject, plugin.Manifest))
        await using (var connector = Create(plugin, channel))
        {
            Succeeds(await connector.CheckAsync(Ct));
            if (connector is ICollect collector)
                await CollectPagesAsync(collector, null, 1);
            if (connector is IPublish publisher)
                Succeeds(await publisher.PublishAsync(Intend(), Ct));
        }
        return plugin.Unload();
    }
}
