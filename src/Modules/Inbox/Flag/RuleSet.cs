using System.Text.RegularExpressions;
using PoliceSocial.Triage.Reading;

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
    private readonly TermFinder _terms = new();
    private readonly List<CompiledRule> _rules = [];

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
        var found = _terms.Find(Words.Of(message.Text));
        List<Finding>? findings = null;
        foreach (var rule in _rules)
        {
            if (rule.Judge(message, found) is { } marks)
                (findings ??= []).Add(new(rule.Id, rule.Version, rule.Name, marks));
        }

        return findings ?? [];
    }

    private CompiledRule Compile(long id, int version, string name, RuleDefinition definition)
    {
        try
        {
            return new(
                id, version, name, definition, [.. definition.Any.Select(_terms.Add)], [.. definition.Together.Select(g => g.Select(_terms.Add).ToArray())],
                [.. definition.Unless.Select(_terms.Add)], [.. definition.Except.Select(_terms.Add)],
                [.. definition.Patterns.Select(p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))]);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"The rule “{name}” cannot be used: {e.Message}", e);
        }
    }
}
