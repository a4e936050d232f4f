namespace PoliceSocial.Triage.Reading;

/// <summary>Finds many terms in one walk over a text's words: each a word or several in a row, a star at a word's end for any ending.</summary>
public sealed class TermFinder
{
    private const int MostPlaces = 32;
    private readonly Dictionary<string, List<Term>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Term>> _byStem = new(StringComparer.Ordinal);

    /// <summary>How many terms it looks for; they are numbered from 0 as they were added.</summary>
    public int Count { get; private set; }

    /// <summary>Looks for one more term.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="ArgumentException">It holds no word, or a star after fewer than three letters.</exception>
    public int Add(string text)
    {
        var term = new Term(Count, text);
        var (table, key) = term.Stem is { } stem ? (_byStem, stem) : (_byFirst, term.First);
        if (!table.TryGetValue(key, out var terms))
            table[key] = terms = [];
        terms.Add(term);
        return Count++;
    }

    /// <summary>
    /// Where each term stands, by its number; null where it does not stand in the text. A text that repeats itself without end is found
    /// in its first 32 places.
    /// </summary>
    public List<Mark>?[] Find(List<Word> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = new List<Mark>?[Count];
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
            if (found[term.Number] is { Count: >= MostPlaces } || !term.Matches(words, at))
                continue;
            (found[term.Number] ??= []).Add(new(words[at].Start, words[at + term.Length - 1].End - words[at].Start));
        }
    }
}
