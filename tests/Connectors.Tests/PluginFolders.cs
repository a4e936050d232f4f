namespace PoliceSocial.Connectors.Tests;

/// <summary>Where the plugins are built to, in this project's configuration.</summary>
internal static class PluginFolders
{
    public static string Of(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var folders =
            from folder in Above(AppContext.BaseDirectory)
            from artifacts in new[] { Path.Combine(folder, "plugins", "artifacts"), Path.Combine(folder, "artifacts") }
            select Path.Combine(artifacts, "bin", project, configuration);
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "connector.json")))
            ?? throw new InvalidOperationException($"The plugin {project} is not built.");
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = new DirectoryInfo(path).Parent; folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
