namespace PoliceSocial.Rehearsal.Script;

/// <summary>Names by which a scenario speaks of its people and messages; they become part of network identifiers.</summary>
internal static class Names
{
    public static void Check(string name, int line)
    {
        if (name.Length is 0 or > 40 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ScenarioException(line, $"the name '{name}' may have small letters, digits and hyphens only, at most 40.");
        if (name.StartsWith("line-", StringComparison.Ordinal))
            throw new ScenarioException(line, "a name does not begin with 'line-': that is what messages without one are called.");
    }
}
