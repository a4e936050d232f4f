using System.Text.RegularExpressions;

namespace PoliceSocial.Inbox.Flag;

/// <summary>A message as the rules judge it.</summary>
/// <param name="Text">What its author wrote.</param>
/// <param name="Private">Whether only the channel can read it.</param>
/// <param name="OnOurPost">Whether it stands under a post of our own.</param>
internal sealed record Judged(string Text, bool Private, bool OnOurPost);

/// <summary>All rules that work, compiled together: one walk over a message's words finds every term of every rule.</summary>
internal sealed class RuleSet
{
    public static readonly RuleSet Empty = new([]);
    private const int MostPlaces = 32;
    private readonly Dictionary<string, List<Term>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Term>> _byStem = new(StringComparer.Ordinal);
    private readonly List<CompiledRule> _rules = [];
    private int _terms;

    /// <param name="rules">The rules.</param>
    /// <exception cref="FormatException">One of them cannot be compiled; the message says which and why.</exception>
    public RuleSet(IEnumerable<(long Id, int Version, string Name, RuleDefinition Definition)> rules)
    {
        foreach (var (id, version, name, definition) in rules)
            _rules.Add(Compile(id, version, name, definition));
    }

    /// <summary>Every rule that flags a message, with why.</summary>
    public IReadOnlyList<Finding> Judge(Judged message)
    {
        if (_rules.Count == 0 || message.Text.Length == 0)
            return [];
        var found = Walk(Words.Of(message.Text));
        List<Finding>? findings = null;
        foreach (var rule in _rules)
        {
            if (rule.Judge(message, found) is { } marks)
                (findings ??= []).Add(new(rule.Id, rule.Version, rule.Name, marks));
        }

        return findings ?? [];
    }

    private List<Mark>?[] Walk(List<Word> words)
    {
        var found = new List<Mark>?[_terms];
        for (var i = 0; i < words.Count; i++)
        {
            var first = words[i].Folded;
            if (_byFirst.TryGetValue(first, out var terms))
                Try(terms, words, i, found);
            if (first.Length >= Term.StemLength && _byStem.TryGetValue(first[..Term.StemLength], out terms))
                Try(terms, words, i, found);
        }

        return found;
    }

    private static void Try(List<Term> terms, List<Word> words, int at, List<Mark>?[] found)
    {
        foreach (var term in terms)
        {
            // A message that repeats itself without end is found in its first places.
            if (found[term.Number] is { Count: >= MostPlaces } || !term.Matches(words, at))
                continue;
            (found[term.Number] ??= []).Add(new(words[at].Start, words[at + term.Length - 1].End - words[at].Start));
        }
    }

    private CompiledRule Compile(long id, int version, string name, RuleDefinition definition)
    {
        try
        {
            return new(
                id, version, name, definition, [.. definition.Any.Select(Add)], [.. definition.Together.Select(g => g.Select(Add).ToArray())],
                [.. definition.Unless.Select(Add)], [.. definition.Except.Select(Add)],
                [.. definition.Patterns.Select(p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))]);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"The rule “{name}” cannot be used: {e.Message}", e);
        }
    }

    private int Add(string text)
    {
        var term = new Term(_terms, text);
        var (table, key) = term.Stem is { } stem ? (_byStem, stem) : (_byFirst, term.First);
        if (!table.TryGetValue(key, out var terms))
            table[key] = terms = [];
        terms.Add(term);
        return _terms++;
    }
}
