namespace PoliceSocial.House.Tests;

/// <summary>Fails a test with all that breaks a rule, one line each.</summary>
internal static class Rule
{
    public static void Holds(IEnumerable<string> violations)
    {
        var all = violations.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} against the rules of the house (CONTRIBUTING.md):\n  {string.Join("\n  ", all)}");
    }

    /// <summary>The planted violation is found, and its message names this.</summary>
    public static void Bites(IEnumerable<string> violations, string named)
    {
        var all = violations.ToList();
        Assert.True(
            all.Exists(v => v.Contains(named, StringComparison.Ordinal)),
            $"The planted violation was not found: nothing names '{named}' in [{string.Join("; ", all)}].");
    }
}
