using System.Collections.Frozen;

namespace PoliceSocial.Access.Passwords;

/// <summary>
/// Knows the passwords that attackers try first: a well-known word or two, with digits and signs around and letters exchanged
/// for look-alikes. Working backwards from the password covers millions of entries of breached lists with a page of words.
/// </summary>
internal sealed class WellKnownPasswords
{
    private const string LookAlikes = "0o1i3e4a5s7t8b@a$s";
    private readonly Lazy<FrozenSet<string>> _words = new(Read);

    public bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = lower.Trim([.. lower.Where(c => !char.IsLetter(c)).Distinct()]);
        return lower.All(char.IsDigit) || IsMadeOfWords(Letters(lower)) || IsMadeOfWords(Letters(core.Select(UndoLookAlike)));
    }

    private static string Letters(IEnumerable<char> text) => string.Concat(text.Where(char.IsLetter));

    private static char UndoLookAlike(char c)
    {
        var at = LookAlikes.IndexOf(c, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? LookAlikes[at + 1] : c;
    }

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(WellKnownPasswords).Assembly.GetManifestResourceStream("access/well-known.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Signs alone, one word however often, or two words.</summary>
    private bool IsMadeOfWords(string letters)
    {
        if (letters.Length == 0 || _words.Value.Contains(letters))
            return true;
        for (var length = 1; length < letters.Length; length++)
        {
            if (!_words.Value.Contains(letters[..length]))
                continue;
            var rest = letters[length..];
            if (_words.Value.Contains(rest) || (letters.Length % length == 0 && IsRepeated(letters, length)))
                return true;
        }

        return false;
    }

    private static bool IsRepeated(string text, int length) =>
        Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i % length]);
}
