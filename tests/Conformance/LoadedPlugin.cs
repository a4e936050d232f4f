using System.Reflection;
using System.Runtime.Loader;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

/// <summary>A plugin loaded from its folder as the host loads it: apart from everything else, sharing only the SDK and the framework.</summary>
internal sealed class LoadedPlugin
{
    // The factory is not a member of the load context: while a context unloads the runtime holds on to it, and so to all it refers to.
    private readonly Context _context;

    private LoadedPlugin(Context context, ConnectorManifest manifest, IConnectorFactory factory) =>
        (_context, Manifest, Factory) = (context, manifest, factory);

    public ConnectorManifest Manifest { get; }

    public IConnectorFactory Factory { get; }

    public static LoadedPlugin Load(string folder)
    {
        var manifest = ManifestFile.Read(File.ReadAllBytes(Path.Combine(folder, ConnectorManifest.FileName)));
        var path = Path.Combine(folder, manifest.Assembly);
        var context = new Context(path);
        var factories = context.LoadFromAssemblyPath(path).GetExportedTypes().Where(IsFactory).ToList();
        return new LoadedPlugin(context, manifest, (IConnectorFactory)Activator.CreateInstance(Assert.Single(factories))!);
    }

    /// <summary>Begins to unload; what is answered is dead once nothing of the plugin is in memory any more.</summary>
    public WeakReference Unload()
    {
        _context.Unload();
        return new WeakReference(_context, trackResurrection: true);
    }

    private static bool IsFactory(Type type) => typeof(IConnectorFactory).IsAssignableFrom(type) && !type.IsAbstract;

    private sealed class Context(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly), isCollectible: true)
    {
        private readonly AssemblyDependencyResolver _resolver = new(assembly);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name == typeof(IConnector).Assembly.GetName().Name)
                return null; // the host's own
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }
}
