using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>Loads a version that passed the gate, and finds its one factory.</summary>
internal sealed class PluginLoading(IChannelDesk desk, ShelfOptions options)
{
    private const string Corrected = $"Ask the supplier for a corrected package, built for SDK {ConnectorManifest.SdkVersion}.";

    /// <summary>The version in memory, or a sentence that says why it is not.</summary>
    public async Task<(LoadedVersion? Loaded, string? Fault)> LoadAsync(PluginVersion version, GateOutcome.Passed passed)
    {
        // On the pool and bounded: a constructor is the plugin's own code, and may never come back.
        var loading = Task.Run(() => Load(version, passed));
        return await Patience.WithinAsync(loading, options.TrialFor)
            ? await loading
            : (null, $"Its connector factory was not made within {options.TrialFor.TotalSeconds:0} s. {Corrected}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (LoadedVersion? Loaded, string? Fault) Load(PluginVersion version, GateOutcome.Passed passed)
    {
        PluginLoader? loader = null;
        try
        {
            loader = PluginLoader.CreateFromAssemblyFile(
                passed.Assembly, isUnloadable: true, sharedTypes: [typeof(IConnectorFactory)],
                c => c.DefaultContext = AssemblyLoadContext.GetLoadContext(typeof(IConnectorFactory).Assembly)!);
            var found = Array.FindAll(loader.LoadDefaultAssembly().GetExportedTypes(), IsFactory);
            if (found is [var only])
            {
                var factory = (IConnectorFactory)Activator.CreateInstance(only)!;
                return (new LoadedVersion(version, passed.Manifest, loader, factory, desk, options), null);
            }

            loader.Dispose();
            return (null, $"It has {found.Length} public connector factories where there must be exactly one. {Corrected}");
        }
        catch (TargetInvocationException e)
        {
            loader?.Dispose();
            return (null, $"Its connector factory failed with {e.InnerException?.GetType().Name}. {Corrected}");
        }
        catch (Exception e)
        {
            loader?.Dispose();
            return (null, $"It could not be loaded: {e.Message} {Corrected}");
        }
    }

    private static bool IsFactory(Type type) =>
        typeof(IConnectorFactory).IsAssignableFrom(type) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null;
}
