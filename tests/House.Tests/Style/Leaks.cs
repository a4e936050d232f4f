using System.Text.RegularExpressions;

namespace PoliceSocial.House.Tests.Style;

/// <summary>What must not be in a tracked file: paths of somebody's machine, registries' addresses, secrets.</summary>
internal static partial class Leaks
{
    private static readonly (Regex Pattern, string What)[] Patterns =
    [
        (HomeFolder(), "an absolute path of somebody's machine; make it relative"),
        (Registry(), "the address of a package registry; the machine's own settings know it"),
        (Resolved(), "an address in a lock file; write package-lock.json without \"resolved\""),
        (PrivateKey(), "a private key; generate one in the test that needs it"),
        (Token(), "what looks like an access token"),
        (Password(), "a password in a connection string"),
    ];

    public static IEnumerable<string> In(string file, string text, params string[] places) =>
    [
        .. Patterns.SelectMany(p => p.Pattern.Matches(text).Take(3).Select(m => $"{file}:{Line(text, m.Index)} holds {p.What}.")),
        .. places.Where(p => text.Contains(p, StringComparison.Ordinal)).Select(p => $"{file}:{Line(text, text.IndexOf(p, StringComparison.Ordinal))} holds the path of this very clone; make it relative."),
    ];

    private static int Line(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"(?<![\w.:/-])/(?:home|Users|root)/\w+/|\b[A-Z]:\\Users\\")]
    private static partial Regex HomeFolder();

    [GeneratedRegex(@"registry\.npmjs\.org|api\.nuget\.org|registry\.yarnpkg\.com|packageSources", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"http")]
    private static partial Regex Resolved();

    [GeneratedRegex(@"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?:AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}|glpat-[\w-]{20}|xox[baprs]-[\w-]{20,}|EAA[A-Za-z0-9]{60,})\b")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:Server|Data Source)=[^;""'\s]+;[^""'\n]*(?:Password|Pwd)=(?![<{*.…])[^;""'\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
