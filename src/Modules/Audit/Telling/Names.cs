namespace PoliceSocial.Audit.Telling;

/// <summary>Names people in a sentence. The first telling only finds out whom it names; the second one knows them.</summary>
internal sealed class Names
{
    private readonly Dictionary<long, string> _known = [];

    /// <summary>Whom sentences have named so far.</summary>
    public HashSet<long> Asked { get; } = [];

    public string Of(long? id)
    {
        if (id is not { } person)
            return "nobody";
        Asked.Add(person);
        return _known.GetValueOrDefault(person, FormattableString.Invariant($"person {person}"));
    }

    public void Learn(IReadOnlyDictionary<long, string> names)
    {
        foreach (var (id, name) in names)
            _known[id] = name;
    }
}
