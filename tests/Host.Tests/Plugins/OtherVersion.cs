using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PoliceSocial.Host.Tests.Plugins;

/// <summary>A plugin as its supplier would hand over its next version.</summary>
internal static class OtherVersion
{
    private const string Manifest = "connector.json";

    /// <summary>Copies a plugin, with another version in its manifest and in its list of files.</summary>
    /// <returns>The new folder, which the caller removes.</returns>
    public static string Make(string plugin, string version)
    {
        var to = Directory.CreateTempSubdirectory("other-version-").FullName;
        foreach (var file in Directory.EnumerateFiles(plugin, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(plugin, file));
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
