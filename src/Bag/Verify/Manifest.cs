using System.Text;
using PoliceSocial.Bag.Paths;
using PoliceSocial.Bag.Writing;
using PoliceSocial.Bag.Zip;

namespace PoliceSocial.Bag.Verify;

/// <summary>A manifest as it was read: paths and the hashes that it gives them.</summary>
internal sealed class Manifest
{
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>Reads a manifest; null, and a finding, where it is none.</summary>
    public static Manifest? Read(string name, byte[] bytes, int bits, bool payload, Findings findings)
    {
        try
        {
            var manifest = new Manifest();
            foreach (var line in ZipFormat.Utf8.GetString(bytes).Split('\n'))
            {
                if (line.Length > 0 && manifest.Add(line.TrimEnd('\r'), bits / 4, payload) is { } wrong)
                {
                    findings.Add(FindingKind.NotABag, name, $"{name} cannot be read: {wrong}.");
                    return null;
                }
            }

            return manifest;
        }
        catch (DecoderFallbackException)
        {
            findings.Add(FindingKind.NotABag, name, $"{name} cannot be read: it is not UTF-8.");
            return null;
        }
    }

    private string? Add(string line, int digits, bool payload)
    {
        var rest = line.Length > digits ? line[digits..] : "";
        var path = Manifests.Unescape(rest.TrimStart(' ', '\t'));
        if (path.Length == rest.Length || line[..digits].Any(c => !char.IsAsciiHexDigitLower(c)))
            return "a line is not a hash and a path";
        if (SafePath.Refusal(path) is { } refusal)
            return $"a path cannot be in a bag: {refusal}";
        if (path.StartsWith("data/", StringComparison.Ordinal) != payload)
            return payload ? $"it lists '{path}', which is not in data/" : $"it lists '{path}', which is in data/";
        return _hashes.TryAdd(path, line[..digits]) ? null : $"it lists '{path}' twice";
    }
}
