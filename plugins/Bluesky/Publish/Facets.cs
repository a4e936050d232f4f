using System.Text;
using System.Text.RegularExpressions;

namespace PoliceSocial.Bluesky;

/// <summary>What a stretch of text stands for.</summary>
internal enum FacetKind
{
    /// <summary>An address.</summary>
    Link,

    /// <summary>A person.</summary>
    Mention,

    /// <summary>A subject.</summary>
    Tag,
}

/// <summary>A stretch of text that is a link, a mention or a tag.</summary>
/// <param name="Kind">Which.</param>
/// <param name="ByteStart">Where it begins in the text's UTF-8 bytes.</param>
/// <param name="ByteEnd">Where it ends.</param>
/// <param name="Value">The address, the handle or the tag.</param>
internal sealed record Facet(FacetKind Kind, int ByteStart, int ByteEnd, string Value);

/// <summary>Finds links, mentions and tags: on this network a text has none unless its author's app marks them.</summary>
internal static partial class Facets
{
    private const int LongestTag = 64;

    public static IReadOnlyList<Facet> Find(string text)
    {
        var links = Links().Matches(text).Select(match => Link(text, match)).ToList();
        var mentions = Mentions().Matches(text).Select(match => Make(text, FacetKind.Mention, match.Groups[1], match.Groups[2].Value));
        var tags = Tags().Matches(text).Where(match => match.Groups[2].Length <= LongestTag)
            .Select(match => Make(text, FacetKind.Tag, match.Groups[1], match.Groups[2].Value));
        var outsideLinks = mentions.Concat(tags).Where(facet => !links.Any(link => facet.ByteStart < link.ByteEnd && link.ByteStart < facet.ByteEnd));
        return [.. links.Concat(outsideLinks).OrderBy(facet => facet.ByteStart)];
    }

    // The full stop that ends the sentence does not belong to the address, nor does the bracket around it.
    private static Facet Link(string text, Match match)
    {
        var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"', '”', '’');
        if (address.EndsWith(')') && !address.Contains('(', StringComparison.Ordinal))
            address = address[..^1];
        var start = Bytes(text, match.Index);
        return new Facet(FacetKind.Link, start, start + Encoding.UTF8.GetByteCount(address), address);
    }

    private static Facet Make(string text, FacetKind kind, Group marked, string value) =>
        new(kind, Bytes(text, marked.Index), Bytes(text, marked.Index + marked.Length), value);

    private static int Bytes(string text, int characters) => Encoding.UTF8.GetByteCount(text.AsSpan(0, characters));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])https?://[^\s<>""]+\.[^\s<>""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.@/-])(@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?))", RegexOptions.IgnoreCase)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_&/#])([#＃](?!\p{N}+(?![\p{L}\p{M}\p{N}_]))([\p{L}\p{M}\p{N}_]+))")]
    private static partial Regex Tags();
}
