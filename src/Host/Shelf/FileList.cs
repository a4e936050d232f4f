using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// The list <c>files.sha256</c> of a plugin: every file and its hash, in the format of <c>sha256sum</c>, so that a supplier can
/// make it and anybody can check it with ordinary tools.
/// </summary>
internal static class FileList
{
    public const string FileName = "files.sha256";
    public const string SignatureName = "files.sha256.sig";
    public const int LargestList = 1 << 20;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Reads the list; null where a line of it is not one.</summary>
    public static Dictionary<string, byte[]>? Read(ReadOnlySpan<byte> utf8)
    {
        // Names that differ only in case are one file on some systems: they may not stand beside each other.
        var hashes = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.UTF8.GetString(utf8).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0))
        {
            if (line.Length < 67 || line[64] != ' ' || line[65] is not (' ' or '*') || line.AsSpan(0, 64).ContainsAnyExcept(Hex))
                return null;

            var path = line[66..];
            if (!SafePath.IsSafe(path) || IsList(path) || !hashes.TryAdd(path, Convert.FromHexString(line.AsSpan(0, 64))))
                return null;
        }

        return hashes;
    }

    /// <summary>Compares a folder with its list; the fault as a sentence, or null.</summary>
    public static string? FindFault(string folder, Dictionary<string, byte[]> hashes)
    {
        var found = 0;
        foreach (var (path, full) in FolderFiles.Of(folder).Where(f => !IsList(f.Path)))
        {
            // Ordinal on purpose: the list must spell the name as the disk does.
            if (!hashes.TryGetValue(path, out var hash) || !hashes.Keys.Contains(path, StringComparer.Ordinal))
                return $"The file {path} is not in {FileName}. Ask the supplier for a package whose list is complete.";
            if (!CryptographicOperations.FixedTimeEquals(HashOf(full), hash))
                return $"The file {path} is not the one that {FileName} lists: it was damaged or changed. Get the package again.";
            found++;
        }

        return found == hashes.Count
            ? null
            : $"A file listed in {FileName} is missing. Get the package again.";
    }

    private static bool IsList(string path) =>
        path.Equals(FileName, StringComparison.OrdinalIgnoreCase) || path.Equals(SignatureName, StringComparison.OrdinalIgnoreCase);

    private static byte[] HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }
}
