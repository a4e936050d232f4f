using System.Globalization;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>The entries of one mapping, taken one by one; what nobody took is a misspelling and is refused.</summary>
internal sealed class Fields(Yaml.Map map, string what)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public int Line => map.Line;

    public static Fields Of(Yaml value, string what) => value is Yaml.Map map
        ? new Fields(map, what)
        : throw new ScenarioException(value.Line, $"{what} is a list of 'name: value' lines.");

    public bool Has(string name) => map.Entries.ContainsKey(name);

    public Yaml? Take(string name)
    {
        _taken.Add(name);
        return map.Entries.GetValueOrDefault(name);
    }

    public string? Text(string name) => Take(name) switch
    {
        null => null,
        Yaml.Text text => text.Value,
        var other => throw new ScenarioException(other.Line, $"'{name}' is a text."),
    };

    public string Needed(string name) => Text(name) is { Length: > 0 } text
        ? text
        : throw new ScenarioException(Line, $"{what} needs '{name}'.");

    public bool Flag(string name) => Text(name) switch
    {
        null or "no" or "false" => false,
        "yes" or "true" => true,
        var other => throw new ScenarioException(LineOf(name), $"'{name}' is yes or no, not '{other}'."),
    };

    public int Number(string name, int otherwise, int least, int most) => Text(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ScenarioException(LineOf(name), $"'{name}' is a whole number from {least} to {most}, not '{text}'.");

    public TimeSpan? Time(string name) => Text(name) is not { } text
        ? null
        : Offset.TryParse(text, out var offset)
            ? offset
            : throw new ScenarioException(LineOf(name), $"'{name}' is a time such as +00:02:30, not '{text}'.");

    public IReadOnlyList<string> Texts(string name) => Take(name) switch
    {
        null => [],
        Yaml.Text one => [one.Value],
        Yaml.List list => [.. list.Items.Select(i => i is Yaml.Text t ? t.Value : throw new ScenarioException(i.Line, $"'{name}' is a list of texts."))],
        var other => throw new ScenarioException(other.Line, $"'{name}' is a list of texts."),
    };

    public IReadOnlyList<Yaml> Items(string name) => Take(name) switch
    {
        null => [],
        Yaml.List list => list.Items,
        var other => throw new ScenarioException(other.Line, $"'{name}' is a list: each entry begins with '- '."),
    };

    public IEnumerable<KeyValuePair<string, Yaml>> Entries(string name) => Take(name) switch
    {
        null => [],
        Yaml.Map entries => entries.Entries,
        var other => throw new ScenarioException(other.Line, $"'{name}' is a list of 'name: value' lines."),
    };

    public int LineOf(string name) => map.Entries.TryGetValue(name, out var value) ? value.Line : Line;

    public void Finish()
    {
        foreach (var (name, value) in map.Entries)
        {
            if (_taken.Contains(name))
                continue;
            throw new ScenarioException(value.Line, value is Yaml.Text { Value: "" } && name.Contains(' ', StringComparison.Ordinal)
                ? $"'{name}' stands alone. A text with a comma needs \"quotes\" between {{ and }}."
                : $"'{name}' is not understood in {what}. It may have: {string.Join(", ", _taken.Order(StringComparer.Ordinal))}.");
        }
    }
}
