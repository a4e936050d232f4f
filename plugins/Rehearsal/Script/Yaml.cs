namespace PoliceSocial.Rehearsal.Script;

/// <summary>A value in a YAML file that remembers its line, so that a mistake can be pointed at.</summary>
internal abstract record Yaml(int Line)
{
    internal sealed record Text(int Line, string Value) : Yaml(Line);

    internal sealed record List(int Line, IReadOnlyList<Yaml> Items) : Yaml(Line);

    internal sealed record Map(int Line, IReadOnlyDictionary<string, Yaml> Entries) : Yaml(Line);
}
