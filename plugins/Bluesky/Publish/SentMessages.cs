using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Which direct message came of which intent, as it lies on disk.</summary>
/// <param name="Messages">The intents' keys by the messages' identifiers, oldest first.</param>
internal sealed record SentFile(IReadOnlyList<KeyValuePair<string, string>> Messages);

/// <summary>Remembers which direct message came of which intent, so that one message is never taken for two.</summary>
internal sealed class SentMessages(ConnectorContext context)
{
    private const int Remembered = 500;
    private readonly Lock _gate = new();

    private string FilePath => Path.Combine(context.StateFolder, "sent.json");

    /// <summary>The key of the intent that a message came of; null where none is known.</summary>
    public string? KeyOf(string message)
    {
        lock (_gate)
            return Load().LastOrDefault(entry => entry.Key == message).Value;
    }

    public void Note(string message, string key)
    {
        lock (_gate)
        {
            var all = Load();
            if (all.Any(entry => entry.Key == message))
                return;
            var file = new SentFile([.. all.Append(new(message, key)).TakeLast(Remembered)]);
            Directory.CreateDirectory(context.StateFolder);
            File.WriteAllText($"{FilePath}.new", JsonSerializer.Serialize(file, BlueskyJson.Default.SentFile));
            File.Move($"{FilePath}.new", FilePath, overwrite: true);
        }
    }

    private IReadOnlyList<KeyValuePair<string, string>> Load()
    {
        if (!File.Exists(FilePath))
            return [];
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FilePath), BlueskyJson.Default.SentFile)?.Messages ?? [];
        }
        catch (JsonException)
        {
            context.Log(LogSeverity.Warning, "The list of sent direct messages cannot be read and is begun anew.");
            return [];
        }
    }
}
