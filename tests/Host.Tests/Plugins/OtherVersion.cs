using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PoliceSocial.Host.Tests.Plugins;

/// <summary>The training network's plugin as a supplier would hand over its next version.</summary>
internal static class OtherVersion
{
    private const string Manifest = "connector.json";

    /// <summary>Copies the plugin that comes with the product, with another version in its manifest and in its list of files.</summary>
    public static string Make(string version)
    {
        var bundled = Path.Combine(Path.GetDirectoryName(Executable.Location)!, "plugins", "rehearsal");
        var to = Directory.CreateTempSubdirectory("rehearsal-plugin-").FullName;
        foreach (var file in Directory.EnumerateFiles(bundled, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(bundled, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Replace(Path.Combine(to, Manifest), "\"version\": \"[^\"]*\"", $"\"version\": \"{version}\"");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(to, Manifest))));
        Replace(Path.Combine(to, "files.sha256"), $"(?m)^[0-9a-fA-F]+(?=\\s.*\\b{Regex.Escape(Manifest)}\\s*$)", hash);
        return to;
    }

    private static void Replace(string file, string pattern, string by) => File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), pattern, by));
}
