namespace PoliceSocial.House.Tests.Words;

/// <summary>English and Welsh say the same things.</summary>
public sealed class WordTests
{
    private static readonly IReadOnlyList<string> Files = [.. TheHouse.Files("src", "*.resx").Where(f => !f.EndsWith(".cy.resx", StringComparison.Ordinal))];

    private static readonly IReadOnlyList<(string Name, string Text)> Sources =
        [.. TheHouse.Files("src", "*.cs").Concat(TheHouse.Files("src", "*.cshtml")).Select(f => (TheHouse.Relative(f), File.ReadAllText(f)))];

    [Fact]
    public void BothLanguages_HaveTheSameWords()
    {
        Assert.True(Files.Count >= 3, $"Only {Files.Count} files of words were found.");
        Rule.Holds(Files.SelectMany(f => WordRules.Differences(TheHouse.Relative(f), WordRules.Read(f), WordRules.Read(Path.ChangeExtension(f, ".cy.resx")))));
    }

    [Fact]
    public void WordsThatAreAskedFor_AreThere()
    {
        var known = Files.SelectMany(f => WordRules.Read(f).Keys).ToHashSet(StringComparer.Ordinal);
        Rule.Holds(Sources.Where(s => s.Text.Contains("Words", StringComparison.Ordinal)).SelectMany(s => WordRules.Missing(s.Name, s.Text, known)));
    }

    [Fact]
    public void Words_AreSaidSomewhere()
    {
        var asked = Sources.SelectMany(s => WordRules.Asked(s.Text)).ToHashSet(StringComparer.Ordinal);
        var begun = Sources.SelectMany(s => WordRules.Begun(s.Text)).Where(b => b.Length > 0).ToHashSet(StringComparer.Ordinal);
        Rule.Holds(Files.SelectMany(f => WordRules.Unused(TheHouse.Relative(f), WordRules.Read(f).Keys, asked, begun)));
    }

    [Fact]
    public void EveryPlaceOfTheNavigation_HasItsWelsh()
    {
        var known = Files.SelectMany(f => WordRules.Read(f)).ToLookup(w => w.Key, w => w.Value, StringComparer.Ordinal);
        Rule.Holds(from place in TheHouse.Modules.SelectMany(m => m.Navigation)
                   where !known[$"Place {place.Address}"].Contains(place.Label, StringComparer.Ordinal)
                   select $"The place {place.Address} says “{place.Label}”: put “Place {place.Address}” with these words into HostWords.resx, and its Welsh into HostWords.cy.resx.");
    }

    [Fact]
    public void AWordThatDiffers_IsFound()
    {
        var english = new Dictionary<string, string> { ["A"] = "{0} of {1}", ["B"] = "b" };
        Rule.Bites(WordRules.Differences("planted", english, new Dictionary<string, string> { ["A"] = "{0}", ["B"] = "b" }), "[{0} {1}]");
        Rule.Bites(WordRules.Differences("planted", english, new Dictionary<string, string> { ["A"] = "{1} o {0}" }), "“B” has no Welsh");
        Rule.Bites(WordRules.Differences("planted", english, new Dictionary<string, string> { ["A"] = "{1} o {0}", ["B"] = " ", ["C"] = "c" }), "“C” is in Welsh only");
        Rule.Bites(WordRules.Missing("planted.cshtml", """@Words["No.Such"]""", ["A"]), "“No.Such”");
        Rule.Bites(WordRules.Unused("planted", ["A", "B"], ["A"], []), "nobody says “B”");
        Rule.Holds(WordRules.Differences("ordinary", english, new Dictionary<string, string> { ["A"] = "{1} o {0}", ["B"] = "b" }));
    }
}
