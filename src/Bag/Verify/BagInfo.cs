using System.Text;

namespace PoliceSocial.Bag.Verify;

/// <summary>Reads <c>bag-info.txt</c>: labels and values, a line that begins with white space going on from the one before.</summary>
internal static class BagInfo
{
    public static IReadOnlyList<KeyValuePair<string, string>> Read(byte[] bytes)
    {
        var lines = new List<KeyValuePair<string, string>>();
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (char.IsWhiteSpace(line[0]) && lines.Count > 0)
                lines[^1] = new(lines[^1].Key, $"{lines[^1].Value} {line.Trim()}");
            else if (colon > 0)
                lines.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }

        return lines;
    }
}
