using System.Globalization;
using System.Text.Json.Nodes;
using PoliceSocial.Conformance;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Rehearsal;

/// <summary>The training network: a timeline that tells one message after the other, each when the channel's clock comes to it.</summary>
internal sealed class RehearsalSubject : ConnectorSubject
{
    private const int Most = 60;

    /// <summary>So far apart that a slow machine's own time never brings the next.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    private readonly string _start = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    private Action<TimeSpan> _advance = _ => { };
    private string _folder = "";
    private int _written;

    public override string PluginFolder => PluginFolders.Of("Rehearsal");

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["scenario"] = "night-shift",
        ["file"] = "kit",
        ["speed"] = "1",
        ["start"] = _start,
        ["loop"] = "no",
    };

    public override HttpMessageHandler? Network => null;

    public override void Begin(ConnectorContext context, Action<TimeSpan> advance)
    {
        (_folder, _advance) = (context.StateFolder, advance);
        Directory.CreateDirectory(Path.Combine(_folder, "scenarios"));
        File.WriteAllText(Path.Combine(_folder, "scenarios", "kit.yaml"), Timeline());
        advance(_written * Between);
    }

    public override Task<string> WriteAsync(string text, CancellationToken ct)
    {
        _advance(Between);
        return Task.FromResult(Said(++_written));
    }

    public override async Task<int> CountAsync(string text, CancellationToken ct)
    {
        var journal = Path.Combine(_folder, "journal.jsonl");
        var lines = File.Exists(journal) ? (await File.ReadAllLinesAsync(journal, ct)).Select(line => JsonNode.Parse(line)!).ToList() : [];
        var withdrawn = lines.Where(line => (string?)line["kind"] == "Withdrawn").Select(line => (string?)line["key"]).ToHashSet();
        return lines.Count(line => (string?)line["kind"] == "Sent" && (string?)line["text"] == text && !withdrawn.Contains((string?)line["key"]));
    }

    private static string Said(int number) => $"message {number} of the exercise";

    private static string Timeline() =>
        "title: The conformance kit\npeople:\n  ann: { name: Ann }\ntimeline:\n"
        + string.Concat(Enumerable.Range(1, Most).Select(n => $"- {{ at: +{At(n * Between)}, by: ann, says: {Said(n)} }}\n"));

    private static string At(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}");
}
