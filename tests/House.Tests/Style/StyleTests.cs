namespace PoliceSocial.House.Tests.Style;

public sealed class StyleTests
{
    private const int Longest = 300;
    private static readonly IReadOnlyList<string> Sources =
        [.. new[] { "src", "plugins", "tests", "bench" }.SelectMany(f => TheHouse.Files(f, "*.cs"))];

    [Fact]
    public void Names_SaySomething() => Rule.Holds(Sources.SelectMany(f => NameRules.InText(TheHouse.Relative(f), File.ReadAllText(f)))
        .Concat(Sources.SelectMany(f => NameRules.InPath(TheHouse.Relative(f)))));

    [Theory]
    [InlineData("internal sealed class TextHelper;", "Helper")]
    [InlineData("public abstract record ConnectorBase(string Id);", "Base")]
    [InlineData("    private sealed record PersonDto;", "Dto")]
    [InlineData("internal interface ISessionManager", "Manager")]
    [InlineData("internal static class StringUtils", "Utils")]
    public void ANameThatSaysNothing_IsFound(string text, string word) => Rule.Bites(NameRules.InText("planted.cs", text), $"the word {word}");

    [Fact]
    public void AFolderThatSaysNothing_IsFound()
    {
        Rule.Bites(NameRules.InPath("src/Modules/Inbox/Common/Thing.cs"), "the word Common");
        Rule.Holds(NameRules.InPath("src/Platform/Data/Database.cs").Concat(NameRules.InText("ordinary.cs", "internal sealed class Database;\ninternal sealed class Base64Text;\n// a base class")));
    }

    [Fact]
    public void Files_AreShort()
    {
        var lengths = new[] { "src", "plugins" }.SelectMany(f => TheHouse.Files(f, "*.cs")).Select(f => (File: TheHouse.Relative(f), Lines: File.ReadLines(f).Count())).ToList();
        var sorted = lengths.Select(l => l.Lines).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{sorted.Count} files in src and plugins: median {sorted[sorted.Count / 2]} lines, 95 % under {sorted[sorted.Count * 95 / 100]}, longest {sorted[^1]}.");
        Rule.Holds(TooLong(lengths));
    }

    [Fact]
    public void ALongFile_IsFound()
    {
        Rule.Bites(TooLong([("planted.cs", Longest + 1)]), "planted.cs has 301 lines");
        Rule.Holds(TooLong([("ordinary.cs", Longest)]));
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) =>
        files.Where(f => f.Lines > Longest).Select(f => $"{f.File} has {f.Lines} lines; cut it by action, not by noun.");
}
