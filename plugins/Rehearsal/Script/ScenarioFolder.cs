using System.Text;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>Where scenarios and their files lie: those shipped beside the plugin, and a force's own in the channel's state folder.</summary>
internal sealed class ScenarioFolder(string stateFolder)
{
    public const string Shipped = "shipped";
    public const string Own = "own";
    private const string Name = "scenarios";

    /// <exception cref="ScenarioException">It is not there, or has a mistake.</exception>
    public Scenario Load(string name, bool own)
    {
        var file = FileOf(own ? Own : Shipped, name.EndsWith(".yaml", StringComparison.Ordinal) ? name : name + ".yaml");
        if (file is not { Exists: true })
            throw new ScenarioException(0, $"there is no scenario '{name}'{(own ? " in the folder " + Path.Combine(stateFolder, Name) : "")}.");
        if (file.Length > ScenarioReader.LargestFile)
            throw new ScenarioException(0, $"the scenario '{name}' is larger than {ScenarioReader.LargestFile / 1024} KB.");
        var scenario = ScenarioReader.Read(Text(file));
        foreach (var media in Attachments(scenario))
        {
            if (FileOf(own ? Own : Shipped, media.File!) is not { Exists: true })
                throw new ScenarioException(media.Line, $"the file '{media.File}' is not beside the scenario.");
        }

        return scenario;
    }

    /// <summary>A file of a scenario; null where the name is not one.</summary>
    public FileInfo? FileOf(string folder, string name) =>
        name.Length is 0 or > 120 || name != Path.GetFileName(name) || name.StartsWith('.') || name.Contains('\\', StringComparison.Ordinal) ? null
        : new FileInfo(Path.Combine(folder == Own ? stateFolder : PluginFolder, Name, name));

    private static string Text(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new ScenarioException(0, $"'{file.Name}' is not saved as UTF-8. Save it again as UTF-8.");
        }
    }

    private static string PluginFolder => Path.GetDirectoryName(typeof(ScenarioFolder).Assembly.Location) is { Length: > 0 } folder
        ? folder
        : throw new ScenarioException(0, "the plugin was not loaded from a folder, so its scenarios cannot be found.");

    private static IEnumerable<Attachment> Attachments(Scenario scenario) =>
        scenario.Steps.Values.Concat(scenario.People.Values.SelectMany(p => p.Reactions).SelectMany(r => r.Steps))
            .OfType<Step.Message>().SelectMany(m => m.Media).Where(m => m.File is not null);
}
