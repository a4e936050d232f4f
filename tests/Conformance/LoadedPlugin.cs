using System.Reflection;
using System.Runtime.Loader;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

/// <summary>A plugin loaded from its folder as the host loads it: apart from everything else, sharing only the SDK and the framework.</summary>
internal sealed class LoadedPlugin : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;

    private LoadedPlugin(string assembly)
        : base(Path.GetFileNameWithoutExtension(assembly), isCollectible: true) => _resolver = new AssemblyDependencyResolver(assembly);

    public required ConnectorManifest Manifest { get; init; }

    public required IConnectorFactory Factory { get; set; }

    public static LoadedPlugin Load(string folder)
    {
        var manifest = ManifestFile.Read(File.ReadAllBytes(Path.Combine(folder, ConnectorManifest.FileName)));
        var path = Path.Combine(folder, manifest.Assembly);
        var plugin = new LoadedPlugin(path) { Manifest = manifest, Factory = null! };
        var factories = plugin.LoadFromAssemblyPath(path).GetExportedTypes().Where(IsFactory).ToList();
        plugin.Factory = (IConnectorFactory)Activator.CreateInstance(Assert.Single(factories))!;
        return plugin;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == typeof(IConnector).Assembly.GetName().Name)
            return null; // the host's own
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    private static bool IsFactory(Type type) => typeof(IConnectorFactory).IsAssignableFrom(type) && !type.IsAbstract;
}
