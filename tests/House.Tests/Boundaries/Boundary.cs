using System.Reflection;
using System.Xml.Linq;

namespace PoliceSocial.House.Tests.Boundaries;

/// <summary>Who may refer to whom.</summary>
internal static class Boundary
{
    public const string Platform = "PoliceSocial.Platform";
    public const string Contracts = "PoliceSocial.Contracts";
    public const string Sdk = "PoliceSocial.Connectors.Sdk";

    /// <summary>A pure library, which itself refers to nothing of ours.</summary>
    public const string Ledger = "PoliceSocial.Ledger";

    /// <summary>Another.</summary>
    public const string Triage = "PoliceSocial.Triage";

    /// <summary>Another one, which refers to the ledger alone.</summary>
    public const string Bag = "PoliceSocial.Bag";

    /// <summary>References of an assembly to assemblies of ours that it may not know.</summary>
    public static IEnumerable<string> Crossed(Assembly assembly, params string[] allowed) =>
        from reference in assembly.GetReferencedAssemblies()
        where IsOurs(reference.Name!) && !allowed.Contains(reference.Name)
        select $"{assembly.GetName().Name} refers to {reference.Name}: let the owner raise an event or answer a question in src/Contracts/<Owner>/ instead.";

    /// <summary>References of an assembly to anything beyond the framework.</summary>
    public static IEnumerable<string> BeyondTheFramework(Assembly assembly) =>
        from reference in assembly.GetReferencedAssemblies()
        where !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name is not "netstandard"
        select $"{assembly.GetName().Name} refers to {reference.Name}: it depends on nothing but the framework, since everybody depends on it.";

    /// <summary>Public types of a module beyond its <c>XModule</c>.</summary>
    public static IEnumerable<string> BesidesItsModule(Assembly assembly, Type module) =>
        from type in assembly.GetExportedTypes()
        where type != module && type.Namespace != "AspNetCoreGeneratedDocument"
        select $"{TheHouse.Where(type)}: {type.FullName} is public; a module has one public type, {module.Name}. Make it internal sealed.";

    /// <summary>References that a project file asks for itself, beyond those that its folder's <c>Directory.Build.props</c> gives it.</summary>
    public static IEnumerable<string> AskedFor(string file, XDocument project, params string[] allowed) =>
        from reference in project.Descendants("ProjectReference")
        let name = Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'))
        where !allowed.Contains(name)
        select $"{file} refers to the project {name}: remove it, the folder's Directory.Build.props gives it all that it may know.";

    private static bool IsOurs(string name) =>
        name.StartsWith("PoliceSocial.", StringComparison.Ordinal) || name == "policesocial";
}
