namespace PoliceSocial.Triage.Reading;

/// <summary>A word or several in a row, each exact or with any ending.</summary>
internal sealed class Term
{
    /// <summary>How many letters a word with a star needs at least.</summary>
    public const int StemLength = 3;

    private readonly (string Folded, bool AnyEnding)[] _words;

    /// <param name="number">Its number among all terms of a rule set.</param>
    /// <param name="text">As the administrator wrote it.</param>
    /// <exception cref="ArgumentException">It holds no word, or a star after fewer than three letters.</exception>
    public Term(int number, string text)
    {
        Number = number;
        _words = [.. Words.Of(text).Select(w => (w.Folded, w.End < text.Length && text[w.End] == '*'))];
        if (_words.Length == 0)
            throw new ArgumentException($"“{text}” holds no word to look for.", nameof(text));
        if (_words.FirstOrDefault(w => w.AnyEnding && w.Folded.Length < StemLength).Folded is { } stem)
            throw new ArgumentException($"“{stem}*” would match too much: put at least {StemLength} letters before the star.", nameof(text));
    }

    public int Number { get; }

    public int Length => _words.Length;

    public string First => _words[0].Folded;

    /// <summary>The first letters of its first word where that has any ending; else null.</summary>
    public string? Stem => _words[0].AnyEnding ? _words[0].Folded[..StemLength] : null;

    public bool Matches(List<Word> words, int at)
    {
        if (at + _words.Length > words.Count)
            return false;
        for (var i = 0; i < _words.Length; i++)
        {
            var (folded, anyEnding) = _words[i];
            var word = words[at + i].Folded;
            if (!(anyEnding ? word.StartsWith(folded, StringComparison.Ordinal) : word == folded))
                return false;
        }

        return true;
    }
}
