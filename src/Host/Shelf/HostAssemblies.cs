using System.Reflection;
using System.Runtime.InteropServices;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// The assemblies that a plugin must take from the host. With a copy of its own, its types and the host's would only look alike,
/// and the loader would say no more than that there is no connector.
/// </summary>
internal static class HostAssemblies
{
    private static readonly string Sdk = typeof(IConnectorFactory).Assembly.GetName().Name!;

    private static readonly HashSet<string> Framework = new(
        Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Select(f => Path.GetFileNameWithoutExtension(f)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a copy in a plugin's folder, also a renamed one; the fault as a sentence, or null.</summary>
    public static string? FindFault(string folder) =>
        FolderFiles.Of(folder)
            .Where(f => Path.GetExtension(f.Path).ToUpperInvariant() is ".DLL" or ".EXE")
            .Where(f => IsShared(Path.GetFileNameWithoutExtension(f.Path)) || NameOf(f.Full) is { } name && IsShared(name))
            .Select(f =>
                $"The package brings its own copy of {f.Path}, which plugins share with the service. Ask the supplier to build it without.")
            .FirstOrDefault();

    private static bool IsShared(string name) =>
        name.Equals(Sdk, StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("Microsoft.Extensions.", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".Abstractions", StringComparison.OrdinalIgnoreCase))
        || Framework.Contains(name);

    private static string? NameOf(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file).Name;
        }
        catch (BadImageFormatException)
        {
            // A native library has no assembly name, so it cannot be a copy of one.
            return null;
        }
    }
}
