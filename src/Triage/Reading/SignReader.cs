namespace PoliceSocial.Triage.Reading;

/// <summary>Reads the signs of a message.</summary>
internal sealed class SignReader(WordClasses classes)
{
    private const int Most = 120;
    private const int Beginning = 5;

    /// <summary>Every sign once, where it stands first. Only the first words of a very long message are read.</summary>
    public (Manner Manner, List<Sign> Signs) Read(string text)
    {
        var manner = Manner.Of(text);
        var signs = new Dictionary<string, Mark?>(StringComparer.Ordinal);
        var words = manner.Words.Count > Most ? manner.Words[..Most] : manner.Words;
        foreach (var sign in manner.Signs)
            signs.TryAdd("m:" + sign, null);
        AddWords(signs, words);
        AddClasses(signs, words);
        return (manner, [.. signs.Select(s => new Sign(s.Key, s.Value))]);
    }

    private static void AddWords(Dictionary<string, Mark?> signs, List<Word> words)
    {
        var before = "^";
        var start = 0;
        foreach (var word in words)
        {
            var folded = char.IsAsciiDigit(word.Folded[0]) ? "0" : word.Folded;
            var mark = new Mark(word.Start, word.End - word.Start);
            signs.TryAdd("w:" + folded, mark);
            signs.TryAdd($"w:{before} {folded}", before == "^" ? mark : new(start, word.End - start));
            if (folded.Length > Beginning)
                signs.TryAdd("p:" + folded[..Beginning], mark);
            (before, start) = (folded, word.Start);
        }
    }

    private void AddClasses(Dictionary<string, Mark?> signs, List<Word> words)
    {
        var present = classes.Find(words);
        for (var i = 0; i < present.Count; i++)
        {
            signs.TryAdd("c:" + present[i].Class.Name, present[i].Where);
            for (var j = i + 1; j < present.Count; j++)
                signs.TryAdd($"c:{present[i].Class.Name}/{present[j].Class.Name}", present[i].Where);
        }

        AddBalance(signs, present);
    }

    /// <summary>How much speaks of danger, and how much against it.</summary>
    private static void AddBalance(Dictionary<string, Mark?> signs, List<(WordClass Class, Mark Where)> present)
    {
        var dangers = present.Where(p => p.Class.Sort == ClassSort.Danger).ToList();
        var harmless = present.Count(p => p.Class.Sort == ClassSort.Harmless);
        var where = dangers.Count > 0 ? dangers[0].Where : null;
        signs.TryAdd($"m:dangers {Math.Min(dangers.Count, 4)}", where);
        signs.TryAdd($"m:harmless {Math.Min(harmless, 4)}", null);
        signs.TryAdd($"m:dangers {Math.Min(dangers.Count, 2)} harmless {Math.Min(harmless, 2)}", where);
    }
}
