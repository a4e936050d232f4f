using Lingua;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Triage.Judging;

/// <summary>
/// Tells the language of a message. The small words of English and Welsh tell most messages at once; the rest is asked of a
/// statistical detector of the languages most spoken in the United Kingdom.
/// </summary>
public sealed class TongueTeller
{
    private const double Sure = 0.8;
    private const int FewestWords = 3;

    private static readonly HashSet<string> EnglishWords = new(
        ("the and is are was to of in on at it its im ive hes shes theres theyre dont cant wont not that this what who why how when where you your my me we " +
        "our they them he she his her has have had been be can will would there with for from just now please someone some any but or if so up out an as " +
        "all get got help do did").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> WelshWords = new(
        ("mae yn y yr ar ac am i o wedi ddim dim fy ei dw dwi oes roedd bod gyda wrth ger tu allan plis diolch heddlu rhywun sut pryd pwy pam lle nawr nos " +
        "ddoe cael ers hi hon hyn neb mewn at").Split(' '), StringComparer.Ordinal);

    private static readonly Language[] Spoken =
    [
        Language.English, Language.Welsh, Language.Polish, Language.Romanian, Language.Punjabi, Language.Urdu, Language.Arabic, Language.French,
        Language.Spanish, Language.Portuguese, Language.Italian, Language.German, Language.Bengali, Language.Gujarati, Language.Somali,
        Language.Ukrainian, Language.Russian, Language.Turkish, Language.Chinese, Language.Hindi, Language.Tamil, Language.Persian,
        Language.Lithuanian, Language.Bulgarian, Language.Hungarian, Language.Albanian, Language.Irish,
    ];

    private readonly Lazy<LanguageDetector> _detector =
        new(() => LanguageDetectorBuilder.FromLanguages(Spoken).WithLowAccuracyMode().Build());

    /// <summary>The language of a text, as far as can be told.</summary>
    public Tongue Tell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tell(text, Manner.Of(text).Words);
    }

    internal Tongue Tell(string text, IReadOnlyList<Word> words)
    {
        if (words.Count == 0 && !text.Any(char.IsLetter))
            return Tongue.Unknown;
        var english = words.Count(w => EnglishWords.Contains(w.Folded));
        var welsh = words.Count(w => WelshWords.Contains(w.Folded));
        if (english > welsh && english * 5 >= words.Count && IsLatin(text))
            return Tongue.English;
        if (welsh > english && welsh * 4 >= words.Count && welsh > 1)
            return Tongue.Welsh;
        return Ask(text, words.Count);
    }

    private Tongue Ask(string text, int words)
    {
        var confidences = _detector.Value.ComputeLanguageConfidenceValues(text);
        if (confidences.Count == 0)
            return Tongue.Unknown;
        var (language, confidence) = confidences.MaxBy(c => c.Value);
        // A few words of English slang look like any language: only what is surely another one is told apart.
        if (language is Language.English or Language.Welsh)
            return language == Language.English ? Tongue.English : Tongue.Welsh;
        if (IsLatin(text) && (words < FewestWords || confidence < Sure))
            return Tongue.Unknown;
        return new(language.IsoCode6391().ToString().ToLowerInvariant(), language.ToString());
    }

    private static bool IsLatin(string text) => !text.Any(c => c > 0x24F && char.IsLetter(c) && c is not (>= '\u1E00' and <= '\u1EFF'));
}
