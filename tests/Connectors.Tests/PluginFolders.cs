namespace PoliceSocial.Connectors.Tests;

/// <summary>Where the plugins are built to: beside this project, in the same configuration.</summary>
internal static class PluginFolders
{
    public static string Of(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name);
    }
}
