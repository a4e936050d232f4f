using System.Globalization;

namespace PoliceSocial.Ledger.Export;

/// <summary>Which file of an exported ledger is called what.</summary>
internal static class ExportLayout
{
    public const string Readme = "README.txt";
    public const string Key = "log.pub";
    public const string Checkpoints = "checkpoints.txt";
    public const string LeafHashes = "leaf-hashes.bin";
    public const string TimeStamps = "time-stamps";
    public const string TimeStampFiles = "*.tst";
    public const string EntryFiles = "entries-*.jsonl";
    public const int EntriesToAFile = 65_536;

    public static string LogFolder(string folder, int log) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"log-{log}"));

    public static string EntryFile(long first) => string.Create(CultureInfo.InvariantCulture, $"entries-{first:D12}.jsonl");

    public static IReadOnlyList<string> EntryFilesIn(string logFolder) =>
        [.. Directory.EnumerateFiles(logFolder, EntryFiles).Order(StringComparer.Ordinal)];
}
