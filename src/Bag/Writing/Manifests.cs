using System.Globalization;
using System.Text;

namespace PoliceSocial.Bag.Writing;

/// <summary>The manifests' names and text.</summary>
internal static class Manifests
{
    public static string Payload(int bits) => string.Create(CultureInfo.InvariantCulture, $"manifest-sha{bits}.txt");

    public static string Tags(int bits) => string.Create(CultureInfo.InvariantCulture, $"tagmanifest-sha{bits}.txt");

    public static string Text(IEnumerable<FileDigest> files, Func<FileDigest, ReadOnlyMemory<byte>> hash)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
            text.Append(Convert.ToHexStringLower(hash(file).Span)).Append("  ").Append(Escape(file.Path)).Append('\n');
        return text.ToString();
    }

    /// <summary>RFC 8493, 2.1.3: a percent sign in a path must not be read as an escape. Line ends are refused in names anyway.</summary>
    public static string Escape(string path) => path.Replace("%", "%25", StringComparison.Ordinal);

    public static string Unescape(string path) => path.Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase).Replace("%25", "%", StringComparison.Ordinal);
}
