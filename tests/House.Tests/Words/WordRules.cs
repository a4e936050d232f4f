using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PoliceSocial.House.Tests.Words;

/// <summary>What the words of the screens keep, so that nobody reads a key, or half a sentence.</summary>
internal static partial class WordRules
{
    /// <summary>The words of a file, by key.</summary>
    public static IReadOnlyDictionary<string, string> Read(string file) => XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>Where two languages of the same words differ in more than the words.</summary>
    public static IEnumerable<string> Differences(string file, IReadOnlyDictionary<string, string> english, IReadOnlyDictionary<string, string> welsh) =>
    [
        .. english.Keys.Except(welsh.Keys).Select(k => $"{file}: “{k}” has no Welsh; add it to the .cy.resx."),
        .. welsh.Keys.Except(english.Keys).Select(k => $"{file}: “{k}” is in Welsh only; take it away, or add the English."),
        .. from pair in english
           where welsh.TryGetValue(pair.Key, out var other) && Places(pair.Value) != Places(other)
           select $"{file}: “{pair.Key}” has the places [{Places(pair.Value)}] in English and [{Places(welsh[pair.Key])}] in Welsh.",
        .. from pair in welsh
           where string.IsNullOrWhiteSpace(pair.Value)
           select $"{file}: “{pair.Key}” is empty in Welsh.",
    ];

    /// <summary>Keys that a source asks for by name and no file has.</summary>
    public static IEnumerable<string> Missing(string source, string text, IReadOnlyCollection<string> keys) =>
        from key in Asked(text)
        where !keys.Contains(key)
        select $"{source} asks for the words “{key}”, which are in no .resx.";

    /// <summary>Keys that no source asks for, by name or by how it begins.</summary>
    public static IEnumerable<string> Unused(string file, IEnumerable<string> keys, IReadOnlyCollection<string> asked, IReadOnlyCollection<string> begun) =>
        keys.Where(k => !asked.Contains(k) && !begun.Any(b => k.StartsWith(b, StringComparison.Ordinal))).Select(k => $"{file}: nobody says “{k}”; take it away.");

    /// <summary>The keys that a text asks for by name: <c>words["SignIn.Title"]</c>, also one of two.</summary>
    public static IEnumerable<string> Asked(string text) => Uses().Matches(text).SelectMany(m => Quoted().Matches(m.Value)).Select(q => q.Groups[1].Value);

    /// <summary>How the keys begin that a text makes: <c>Words[$"Wrong.{kind}"]</c>.</summary>
    public static IEnumerable<string> Begun(string text) => Made().Matches(text).Select(m => m.Groups[1].Value);

    private static string Places(string words) => string.Join(' ', Place().Matches(words).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?:\b[Ww]ords|AccessWords>>\(\))\[(?!\$)[^\]]*\]|PlatformWords\.Say\([^)]*\)|\bSay\(""[^)]*\)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"""([A-Za-z][A-Za-z0-9.]*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[Ww]ords\[\$""([^{""]*)\{")]
    private static partial Regex Made();
}
