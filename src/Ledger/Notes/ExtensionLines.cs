namespace PoliceSocial.Ledger.Notes;

internal static class ExtensionLines
{
    /// <summary>What follows a word on the one line that starts with it; null where there is none, and where there are two.</summary>
    public static string? SingleStart(this IEnumerable<string> lines, string word)
    {
        var found = lines.Where(line => line.StartsWith(word, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0][word.Length..] : null;
    }
}
