using System.Globalization;
using System.Text;

namespace PoliceSocial.Triage.Reading;

/// <summary>A word of a text, folded for comparison, with where it stands.</summary>
/// <param name="Folded">The word as it is compared: lower case, no accents, no apostrophes, Latin letters for their look-alikes.</param>
/// <param name="Start">Its first UTF-16 unit in the text.</param>
/// <param name="End">The UTF-16 unit after its last.</param>
public readonly record struct Word(string Folded, int Start, int End);

/// <summary>
/// Cuts a text into words and folds them: compatibility forms, case, accents, invisible characters and letters of other scripts
/// that look like Latin ones, so that a word is found however it was disguised.
/// </summary>
public static class Words
{
    private const int Longest = 64;

    /// <summary>The words of a text, in order.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 5);
        var folded = new StringBuilder(Longest);
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, i, out var r) ? r : Rune.ReplacementChar;
            if (rune.Value < 128 ? char.IsAsciiLetterOrDigit((char)rune.Value) : IsLetter(rune))
            {
                if (start < 0)
                    start = i;
                Fold(folded, rune);
            }
            else if (!IsInside(rune))
            {
                End(words, folded, ref start, i);
            }

            i += Rune.TryGetRuneAt(text, i, out _) ? rune.Utf16SequenceLength : 1;
        }

        End(words, folded, ref start, text.Length);
        return words;
    }

    private static void End(List<Word> words, StringBuilder folded, ref int start, int end)
    {
        if (start >= 0 && folded.Length > 0)
            words.Add(new(folded.ToString(), start, end));
        folded.Clear();
        start = -1;
    }

    /// <summary>Letters, those in circles too; a Hangul filler counts as a letter and is drawn as nothing.</summary>
    private static bool IsLetter(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) || rune.Value is >= 0x24B6 and <= 0x24E9) && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0);

    /// <summary>Apostrophes, accents that combine and invisible characters do not end a word.</summary>
    private static bool IsInside(Rune rune) => rune.Value is '\'' or 0x2019 or 0x2BC or 0x00AD or 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || (rune.Value >= 128 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static void Fold(StringBuilder folded, Rune rune)
    {
        if (folded.Length >= Longest)
            return;
        if (rune.Value < 128)
        {
            folded.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        foreach (var c in Plain(rune))
            folded.Append(c);
    }

    private static string Plain(Rune rune)
    {
        var plain = new StringBuilder(4);
        string decomposed;
        try
        {
            decomposed = rune.ToString().Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Not a valid code point: nothing to compare it with.
            return "";
        }

        foreach (var part in decomposed.EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            var lower = Rune.ToLowerInvariant(part);
            plain.Append(LookAlikes.GetValueOrDefault(lower.Value, lower.ToString()));
        }

        return plain.ToString();
    }

    /// <summary>Cyrillic, Greek and other letters that are used in place of Latin ones.</summary>
    private static readonly Dictionary<int, string> LookAlikes = new()
    {
        ['а'] = "a",
        ['в'] = "b",
        ['с'] = "c",
        ['ԁ'] = "d",
        ['е'] = "e",
        ['ё'] = "e",
        ['һ'] = "h",
        ['і'] = "i",
        ['ї'] = "i",
        ['ј'] = "j",
        ['к'] = "k",
        ['ӏ'] = "l",
        ['м'] = "m",
        ['н'] = "h",
        ['о'] = "o",
        ['р'] = "p",
        ['ѕ'] = "s",
        ['т'] = "t",
        ['у'] = "y",
        ['х'] = "x",
        ['α'] = "a",
        ['β'] = "b",
        ['ε'] = "e",
        ['η'] = "n",
        ['ι'] = "i",
        ['κ'] = "k",
        ['ν'] = "v",
        ['ο'] = "o",
        ['ρ'] = "p",
        ['τ'] = "t",
        ['υ'] = "u",
        ['χ'] = "x",
        ['ɑ'] = "a",
        ['ı'] = "i",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ł'] = "l",
    };
}
