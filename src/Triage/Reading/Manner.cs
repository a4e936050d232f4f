using System.Text.RegularExpressions;

namespace PoliceSocial.Triage.Reading;

/// <summary>How a message is written, as against what it says: a repost, a link, shouting, the first person.</summary>
internal sealed partial class Manner
{
    private static readonly HashSet<string> FirstPerson = new(
        ["i", "im", "ive", "ill", "id", "my", "me", "mine", "myself", "we", "our", "us", "were", "weve", "dwi", "dw", "fy", "alla"], StringComparer.Ordinal);

    private Manner(List<Word> words, List<string> signs) => (Words, Signs) = (words, signs);

    /// <summary>The words that its author wrote: no addresses of pages or people.</summary>
    public List<Word> Words { get; }

    /// <summary>What was noticed.</summary>
    public List<string> Signs { get; }

    public static Manner Of(string text)
    {
        var plain = Addresses().Replace(text, m => new string(' ', m.Length));
        var words = Reading.Words.Of(plain);
        var link = text.Contains("://", StringComparison.Ordinal);
        var repost = Repost().IsMatch(text);
        var first = words.Count(w => FirstPerson.Contains(w.Folded));
        var capitals = words.Count(w => IsShouted(plain, w));
        List<string> signs = [$"length {Math.Min(words.Count / 5, 6)}", $"tags {Math.Min(text.Count(c => c == '#'), 4)}"];
        void Note(bool is_, string sign)
        {
            if (is_)
                signs.Add(sign);
        }

        Note(link, "link");
        Note(repost, "repost");
        Note(Mention().IsMatch(text), "mention");
        Note(first > 0, "first person");
        Note(first > 2, "first person often");
        Note(first > 0 && !link && !repost, "first person, own words");
        Note(!link && !repost && first == 0, "own words");
        Note(capitals > 2 && capitals * 3 > words.Count, "shouted");
        Note(words.Count > 0 && char.IsLower(plain[words[0].Start]), "begins small");
        Note(!plain.Any(char.IsUpper), "no capitals");
        Note(Quotation().IsMatch(text), "quotation");
        Note(Ellipsis().IsMatch(text), "cut off");
        Note(Source().IsMatch(text), "names a source");
        Note(text.Contains('?', StringComparison.Ordinal), "question");
        Note(text.Contains('!', StringComparison.Ordinal), "exclamation");
        Note(words.Any(w => char.IsAsciiDigit(w.Folded[0])), "number");
        Note(Symbols().IsMatch(text), "symbol");
        Note(Notes().IsMatch(text), "music");
        Note(HouseNumber().IsMatch(plain), "house number");
        Note(CapitalPlace().IsMatch(plain), "named street");
        return new(words, signs);
    }

    private static bool IsShouted(string text, Word word) =>
        word.End - word.Start > 2 && text.AsSpan(word.Start, word.End - word.Start).IndexOfAnyExceptInRange('A', 'Z') < 0;

    [GeneratedRegex(@"https?://\S+|@\w+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\bRT\b|\bMT @")]
    private static partial Regex Repost();

    [GeneratedRegex(@"@\w")]
    private static partial Regex Mention();

    [GeneratedRegex("[\"“”]")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\.\.\.|…")]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"\bvia\b|\||\s-\s|: http")]
    private static partial Regex Source();

    [GeneratedRegex(@"\p{So}|\p{Cs}")]
    private static partial Regex Symbols();

    [GeneratedRegex("♪|♫|🎵|🎶|🎤")]
    private static partial Regex Notes();

    [GeneratedRegex(@"\b\d{1,3}[a-z]?\s+\p{Lu}\p{Ll}+|\b(?:flat|number|no)\.?\s+\d", RegexOptions.IgnoreCase)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"\p{Lu}\p{Ll}+ (?:Road|Rd|Street|St|Lane|Close|Avenue|Ave|Way|Terrace|Drive|Court|Crescent|Grove|Rise|Row|Hill|Bank|Estate|Park)\b")]
    private static partial Regex CapitalPlace();
}
