using System.Text.RegularExpressions;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Judging;

/// <summary>A policy with its places and words as terms: one walk over a message's words finds them all.</summary>
internal sealed partial class CompiledPolicy
{
    private const int MostPlaces = 3;
    private readonly TermFinder _terms = new();

    /// <param name="policy">The policy.</param>
    /// <exception cref="FormatException">One of its places or words holds no word.</exception>
    public CompiledPolicy(TriagePolicy policy)
    {
        Policy = policy;
        foreach (var term in policy.Places.Concat(policy.ChildWords))
            Add(term);
        Raises = policy.Weights.Sum(w => Math.Max(0, w.Adds));
    }

    public TriagePolicy Policy { get; }

    /// <summary>The most that all facts together can add.</summary>
    public double Raises { get; }

    /// <summary>The places and the child that a text speaks of, with where.</summary>
    public Found Find(string text)
    {
        if (_terms.Count == 0)
            return new([], null);
        var found = _terms.Find(Words.Of(text));
        var places = new List<(string Place, Mark Where)>();
        for (var i = 0; i < Policy.Places.Count && places.Count < MostPlaces; i++)
        {
            if (found[i] is { } where)
                places.Add((Policy.Places[i], where[0]));
        }

        var child = found.Skip(Policy.Places.Count).FirstOrDefault(w => w is not null)?[0];
        return new(places, child ?? Age(text));
    }

    /// <summary>"my 13 year old", "age 9": under eighteen.</summary>
    private static Mark? Age(string text)
    {
        var match = YearsOld().Match(text);
        return match.Success ? new(match.Index, match.Length) : null;
    }

    [GeneratedRegex(@"\b(?:(?:[1-9]|1[0-7])[\s-]*(?:years?[\s-]*old|yrs?[\s-]*old|y/?o|mlwydd oed|oed)|aged?[\s:]+(?:[1-9]|1[0-7]))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearsOld();

    private void Add(string term)
    {
        try
        {
            _terms.Add(term);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"“{term}” cannot be looked for: {e.Message}", e);
        }
    }

    /// <summary>What was found.</summary>
    /// <param name="Places">Places of the force's area; a few are enough.</param>
    /// <param name="Child">Where a child is spoken of, or null.</param>
    public sealed record Found(IReadOnlyList<(string Place, Mark Where)> Places, Mark? Child);
}
