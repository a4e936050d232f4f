namespace PoliceSocial.Triage.Reading;

/// <summary>What a class of words says about a message.</summary>
internal enum ClassSort
{
    Danger,
    Harmless,
    Fact,
}

/// <summary>Words with one meaning.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Label">What staff read.</param>
/// <param name="Sort">What it says.</param>
internal sealed record WordClass(string Name, string Label, ClassSort Sort);

/// <summary>Classes of words with one meaning for the model ("a weapon"), in English and Welsh.</summary>
internal sealed class WordClasses
{
    private readonly TermFinder _terms = new();
    private readonly List<int> _classOfTerm = [];

    /// <param name="lines">A line each: <c>sort class = label: term, term</c>; empty lines and those that begin with # say nothing.</param>
    /// <exception cref="FormatException">A line is not of that form; the message says which and why.</exception>
    public WordClasses(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
                Add(line, number);
        }
    }

    /// <summary>Those shipped with the product.</summary>
    public static WordClasses Shipped { get; } = ReadShipped();

    /// <summary>The classes' names and what staff read.</summary>
    public List<WordClass> All { get; } = [];

    /// <summary>Which classes stand in a text, and where each does first, in the order of the classes.</summary>
    public List<(WordClass Class, Mark Where)> Find(List<Word> words)
    {
        var first = new Mark?[All.Count];
        var found = _terms.Find(words);
        for (var term = 0; term < found.Length; term++)
        {
            if (found[term] is [var mark, ..] && (first[_classOfTerm[term]] is not { } before || mark.Start < before.Start))
                first[_classOfTerm[term]] = mark;
        }

        var present = new List<(WordClass, Mark)>();
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] is { } mark)
                present.Add((All[i], mark));
        }

        return present;
    }

    private static WordClasses ReadShipped()
    {
        using var stream = typeof(WordClasses).Assembly.GetManifestResourceStream("classes.txt")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n').Select(l => l.Trim()));
    }

    private void Add(string line, int number)
    {
        var sides = line.Split('=', 2, StringSplitOptions.TrimEntries);
        var name = sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var labelled = sides[^1].Split(':', 2, StringSplitOptions.TrimEntries);
        if (sides.Length != 2 || name.Length != 2 || labelled.Length != 2 || !Enum.TryParse<ClassSort>(name[0], ignoreCase: true, out var sort))
            throw new FormatException($"Line {number} of the word classes must read “danger|harmless|fact class = label: term, term”.");
        All.Add(new(name[1], labelled[0], sort));
        foreach (var term in labelled[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            _terms.Add(term);
            _classOfTerm.Add(All.Count - 1);
        }
    }
}
