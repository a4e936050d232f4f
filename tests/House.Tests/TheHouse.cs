using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts;
using PoliceSocial.Host.Serving;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Modules;

namespace PoliceSocial.House.Tests;

/// <summary>What the rules are held against: the repository's folder, and the modules of the host.</summary>
internal static class TheHouse
{
    private static readonly Lazy<(ModuleList Modules, IReadOnlyDictionary<Dialect, IReadOnlyList<Migration>> Scripts)> Built = new(Build);

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<IModule> Modules => Built.Value.Modules.Modules;

    public static Assembly Platform => typeof(IModule).Assembly;

    public static Assembly Contracts => typeof(IEvent).Assembly;

    public static Assembly Sdk => typeof(IConnector).Assembly;

    public static Assembly Host => typeof(WebHost).Assembly;

    /// <summary>The assemblies in which acts, statements and pages may lie.</summary>
    public static IEnumerable<Assembly> Working => [Platform, Host, .. Modules.Select(m => m.GetType().Assembly)];

    /// <summary>The migrations of every schema, the platform's tables included.</summary>
    public static IReadOnlyList<Migration> Scripts(Dialect dialect) => Built.Value.Scripts[dialect];

    /// <summary>Files below a folder of the repository, without what a build leaves there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
                .Where(f => !Relative(f).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts"))
                .Order(StringComparer.Ordinal)
            : [];
    }

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Where to look for a type: its file where there is one of that name, else its full name.</summary>
    public static string Where(Type type)
    {
        var outer = type;
        while (outer.DeclaringType is { } declaring)
            outer = declaring;
        var file = Files("src", outer.Name.Split('`')[0] + ".cs").Select(Relative).ToList();
        return file.Count == 1 ? file[0] : type.FullName!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PoliceSocial.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from a folder of the repository; there is no PoliceSocial.sln above this one.");
        return folder.FullName;
    }

    private static (ModuleList Modules, IReadOnlyDictionary<Dialect, IReadOnlyList<Migration>> Scripts) Build()
    {
        var configuration = new ConfigurationBuilder().Build();
        var modules = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddPlatform(configuration);
        WebHost.AddModules(modules);
        return (modules, Enum.GetValues<Dialect>().ToDictionary(d => d, d => (IReadOnlyList<Migration>)[.. Migrator.Scripts(modules, d)]));
    }
}
