using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PoliceSocial.Shelf.Tests;

/// <summary>The plugins built for these tests, and packages made from them.</summary>
internal static class Fixture
{
    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    /// <summary>Copies a fixture under another id and version, and lists its files anew, as a supplier would.</summary>
    public static void Copy(string name, string to, string id, string version)
    {
        foreach (var file in Directory.EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Folder(name), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Rewrite(to, "id", id);
        Rewrite(to, "version", version);
        List(to);
    }

    public static string Package(string name = "Good", string id = "good", string version = "1.0.0")
    {
        var to = Directory.CreateTempSubdirectory("package-").FullName;
        Copy(name, to, id, version);
        return to;
    }

    /// <summary>Changes one text value of the manifest.</summary>
    public static void Rewrite(string folder, string key, string value)
    {
        var manifest = Path.Combine(folder, "connector.json");
        var text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, Regex.Replace(text, $"\"{key}\": \"[^\"]*\"", _ => $"\"{key}\": {System.Text.Json.JsonSerializer.Serialize(value)}"));
    }

    /// <summary>Writes files.sha256 for a folder as it is now.</summary>
    public static void List(string folder)
    {
        var list = Path.Combine(folder, "files.sha256");
        File.Delete(list);
        File.WriteAllLines(list, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".sig", StringComparison.Ordinal)).ToList()
            .Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))}  {Path.GetRelativePath(folder, f).Replace('\\', '/')}"));
    }

    public static void Sign(string folder, ECDsa key) =>
        File.WriteAllBytes(
            Path.Combine(folder, "files.sha256.sig"),
            key.SignData(File.ReadAllBytes(Path.Combine(folder, "files.sha256")), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
