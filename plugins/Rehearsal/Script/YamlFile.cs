using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>
/// Reads YAML from the parser's events. The library's object mapper is left alone: it caches types, and a plugin whose types sit
/// in a cache never leaves memory.
/// </summary>
internal sealed class YamlFile
{
    private const int DeepestNesting = 12;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    private YamlFile(TextReader text)
    {
        _scanner = new Scanner(text, skipComments: true);
        _parser = new Parser(_scanner);
    }

    public static Yaml.Map Read(string text)
    {
        var file = new YamlFile(new StringReader(text));
        try
        {
            return file.Document();
        }
        catch (YamlException e)
        {
            throw new ScenarioException((int)e.Start.Line, $"this is not YAML: {Plain(e)}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The library's scanner falls over its own state on some broken files instead of saying what is wrong with them.
            throw new ScenarioException((int)file._scanner.CurrentPosition.Line, "this is not YAML: a bracket, a quote or an indentation is wrong here or just before.");
        }
    }

    // The library's own message repeats the place in its own words.
    private static string Plain(YamlException e) => e.Message[(e.Message.LastIndexOf("): ", StringComparison.Ordinal) is var i and >= 0 ? i + 3 : 0)..];

    private Yaml.Map Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            throw new ScenarioException(1, "the file is empty.");
        if (Value(0) is not Yaml.Map map)
            throw new ScenarioException(1, "a scenario begins with 'title:', not with a list or a text.");
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<StreamEnd>(out _)
            ? map
            : throw new ScenarioException(Line(_parser.Current!), "a file holds one scenario; '---' begins a second.");
    }

    private Yaml Value(int depth)
    {
        var here = _parser.Consume<ParsingEvent>();
        if (depth > DeepestNesting)
            throw new ScenarioException(Line(here), "this is nested too deeply.");
        if (here is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new ScenarioException(Line(here), "anchors and aliases ('&' and '*') are not understood; put the text in quotes if it begins with one.");
        return here switch
        {
            Scalar scalar => new Yaml.Text(Line(here), scalar.Value),
            SequenceStart => new Yaml.List(Line(here), Items(depth)),
            MappingStart => new Yaml.Map(Line(here), Entries(depth)),
            _ => throw new ScenarioException(Line(here), "a value is missing."),
        };
    }

    private List<Yaml> Items(int depth)
    {
        var items = new List<Yaml>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Value(depth + 1));
        return items;
    }

    private Dictionary<string, Yaml> Entries(int depth)
    {
        var entries = new Dictionary<string, Yaml>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            if (key is not Yaml.Text { Value.Length: > 0 } name)
                throw new ScenarioException(key.Line, "a name is expected before the colon.");
            if (!entries.TryAdd(name.Value, Value(depth + 1)))
                throw new ScenarioException(key.Line, $"'{name.Value}' stands here twice.");
        }

        return entries;
    }

    private static int Line(ParsingEvent here) => (int)here.Start.Line;
}
