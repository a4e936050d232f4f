using System.Text.RegularExpressions;

namespace PoliceSocial.House.Tests.Style;

/// <summary>Nothing is named after nothing.</summary>
internal static partial class NameRules
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "Common", "Shared", "Core", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Base", "Dto",
    };

    /// <summary>Types in a source text whose name holds an empty word.</summary>
    public static IEnumerable<string> InText(string file, string text) =>
        Declared().Matches(text).Select(m => m.Groups[1].Value).Where(n => Word(n) is not null)
            .Select(n => $"{file}: {n} holds the word {Word(n)}, which says nothing; name it after what it does for whom.");

    /// <summary>Files and folders whose name holds an empty word. Razor itself looks for the frame in Pages/Shared.</summary>
    public static IEnumerable<string> InPath(string file) =>
        file.Replace("Pages/Shared/", "Pages/", StringComparison.Ordinal).Split('/').Select(p => p.Split('.')[0]).Where(p => Word(p) is not null).Where(p => p != "Directory")
            .Select(p => $"{file}: {p} holds the word {Word(p)}, which says nothing.");

    /// <summary>A tag helper has to end like one: Razor takes its tag from what stands before.</summary>
    private static string? Word(string name) => Words().Matches(name.EndsWith("TagHelper", StringComparison.Ordinal) ? name[..^9] : name).Select(m => m.Value).FirstOrDefault(Empty.Contains);

    [GeneratedRegex(@"^[ \t]*(?:(?:public|internal|private|protected|static|sealed|abstract|partial|readonly|file|ref)\s+)*(?:class|record\s+struct|record|struct|interface|enum)\s+([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
