using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class UnloadTests
{
    [Fact]
    public async Task Plugin_AfterAWholeNight_LeavesMemory()
    {
        var memory = await PlayAsync(null);
        await CollectedAsync(memory, TimeSpan.FromSeconds(20));
        Assert.False(memory.IsAlive, "Something still holds the plugin.");
    }

    [Fact]
    public async Task Plugin_WhileSomebodyHoldsItsConnector_DoesNotLeaveMemory()
    {
        var held = new List<object>();
        var memory = await PlayAsync(held);
        await CollectedAsync(memory, TimeSpan.FromSeconds(1));
        Assert.True(memory.IsAlive, "The test above would not notice a plugin that stays.");
        GC.KeepAlive(held);
    }

    private static async Task CollectedAsync(WeakReference memory, TimeSpan deadline)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (memory.IsAlive && TimeProvider.System.GetElapsedTime(began) < deadline)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> PlayAsync(List<object>? held)
    {
        var folder = Path.Combine(Path.GetTempPath(), "rehearsal-tests", Path.GetRandomFileName());
        var context = new PluginContext();
        var ct = TestContext.Current.CancellationToken;
        var factory = context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "PoliceSocial.Rehearsal.dll"))
            .GetExportedTypes().Single(t => typeof(IConnectorFactory).IsAssignableFrom(t));
        Assert.NotEqual(typeof(RehearsalFactory), factory);
        var clock = new FakeTimeProvider(Exercising.Evening);
        var connector = ((IConnectorFactory)Activator.CreateInstance(factory)!).Create(new ConnectorContext
        {
            ChannelId = "1",
            Settings = new Dictionary<string, string> { ["scenario"] = "staffordshire-night" },
            Secrets = new NoSecrets(),
            Http = new HttpClient(new NoNetwork()),
            Clock = clock,
            StateFolder = folder,
            Log = (_, _) => { },
            Report = _ => { },
        });
        Exercising.Succeeded(await connector.CheckAsync(ct));
        Exercising.Succeeded(await ((ICollect)connector).CollectAsync(null, TimeSpan.Zero, ct));
        clock.Advance(TimeSpan.FromMinutes(20));
        var page = Exercising.Succeeded(await ((ICollect)connector).CollectAsync(null, TimeSpan.Zero, ct));
        Assert.NotEmpty(page.Items);
        using var stop = new CancellationTokenSource();
        var waiting = ((ICollect)connector).CollectAsync(page.Next, TimeSpan.FromHours(1), stop.Token);
        Exercising.Succeeded(await ((IPublish)connector).PublishAsync(
            new Outbound { Key = "1", Kind = OutboundKind.Post, Text = "x", IntendedAt = Exercising.Evening }, ct));
        Exercising.Succeeded(await ((ICollect)connector).FetchMediaAsync(new MediaReference("picture:bars", "image/png", ""), 1 << 20, ct));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await connector.DisposeAsync();
        held?.Add(connector);
        Directory.Delete(folder, recursive: true);
        context.Unload();
        return new WeakReference(context);
    }

    /// <summary>Holds the plugin and what it brought along; the SDK is the host's.</summary>
    private sealed class PluginContext() : AssemblyLoadContext("rehearsal", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "YamlDotNet"
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll"))
            : null;
    }
}
